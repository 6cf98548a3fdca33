using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>Reads runs out of the tables of account exports that state length and time: of some services all, of others those without a file.</summary>
internal static class TableExport
{
    private const int HeadBytes = 1 << 14;
    private const int MostActivities = 20_000;

    /// <summary>Reads a file as such a table.</summary>
    /// <param name="member">The file.</param>
    /// <param name="hasFile">Whether a file lies beside it, by its name without folders.</param>
    /// <returns>Null where it is none, or holds no run that can be read.</returns>
    public static ReadResult? Read(ArchiveMember member, Func<string, bool> hasFile)
    {
        var head = ExportFile.Text(member.Content.Span[..Math.Min(member.Content.Length, HeadBytes)]);
        var lines = ActivityTable.Lines(head, ActivityTable.SeparatorOf(head)).Take(2).ToList();
        if (lines is not [{ Count: > 1 } headers, ..])
        {
            return null;
        }

        return headers switch
        {
            _ when ZeppTable.IsOne(headers) => Runs(member, ActivityFormat.ZeppCsv, rows => rows.Select(ZeppTable.Run)),
            _ when SamsungTable.IsOne(headers) =>
                Runs(member, ActivityFormat.SamsungCsv, rows => rows.Select(SamsungTable.Run), SamsungTable.LinesBeforeHeaders),
            _ when RunkeeperTable.IsOne(headers) => Runs(member, ActivityFormat.RunkeeperCsv, rows => rows.Select(row => RunkeeperTable.Run(row, hasFile))),
            _ when GoogleTable.IsOne(headers) => Runs(member, ActivityFormat.GoogleCsv, rows => rows.Select(GoogleTable.Run)),
            _ when MapMyRunTable.IsOne(headers) => Runs(member, ActivityFormat.MapmyrunCsv, rows => rows.Select(MapMyRunTable.Run)),
            _ when StravaTable.IsOne(headers) => Runs(member, ActivityFormat.StravaCsv, rows => rows.Select(row => StravaTable.Run(row, hasFile))),
            _ when lines.Count > 1 && GarminTable.IsOne(new(headers, lines[1])) => Runs(member, ActivityFormat.GarminCsv, GarminTable.Runs),
            _ => null,
        };
    }

    private static ReadResult? Runs(ArchiveMember member, ActivityFormat format, Func<IEnumerable<TableRow>, IEnumerable<Activity?>> runs, int headerLine = 0)
    {
        var read = runs(Rows(member.Content.Span, headerLine)).OfType<Activity>().Where(run => run.Start is not null).Take(MostActivities)
            .Select(run => run with { Format = format }).ToList();
        return read.Count > 0 ? ReadResult.Read(format, read, format is ActivityFormat.MapmyrunCsv ? [RemarkKind.HourUnknown] : []) : null;
    }

    /// <summary>The lines behind the one that names the columns.</summary>
    public static IEnumerable<TableRow> Rows(ReadOnlySpan<byte> content, int headerLine)
    {
        // A line before the headers may have another separator than they.
        var text = ExportFile.Text(content);
        for (var line = 0; line < headerLine; line++)
        {
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        return Rows(ActivityTable.Lines(text, ActivityTable.SeparatorOf(text)));
    }

    private static IEnumerable<TableRow> Rows(IEnumerable<List<string>> lines)
    {
        var headers = default(List<string>);
        foreach (var cells in lines)
        {
            if (headers is not null)
            {
                yield return new TableRow(headers, cells);
            }

            headers ??= cells;
        }
    }
}
