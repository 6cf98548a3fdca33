using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>Reads runs out of the tables of account exports that state length and time: of some services all, of others those without a file.</summary>
internal static class TableExport
{
    private const int HeadBytes = 1 << 14;
    private const int MostActivities = 20_000;

    /// <summary>Reads a file as such a table.</summary>
    /// <param name="member">The file.</param>
    /// <returns>Null where it is none, or holds no run that can be read.</returns>
    public static ReadResult? Read(ArchiveMember member)
    {
        var head = Encoding.UTF8.GetString(member.Content.Span[..Math.Min(member.Content.Length, HeadBytes)]).TrimStart('\uFEFF');
        return head switch
        {
            _ when ZeppTable.IsOne(head) => Runs(member, ActivityFormat.ZeppCsv, 0, ZeppTable.Run),
            _ when SamsungTable.IsOne(head) => Runs(member, ActivityFormat.SamsungCsv, 1, SamsungTable.Run),
            _ when RunkeeperTable.IsOne(head) => Runs(member, ActivityFormat.RunkeeperCsv, 0, RunkeeperTable.Run),
            _ when StravaTable.IsOne(head) => Runs(member, ActivityFormat.StravaCsv, 0, StravaTable.Run),
            _ => null,
        };
    }

    private static ReadResult? Runs(ArchiveMember member, ActivityFormat format, int headerLine, Func<TableRow, Activity?> run)
    {
        var text = ExportFile.Text(member.Content.Span);
        var lines = ActivityTable.Lines(text, ActivityTable.SeparatorOf(text)).Skip(headerLine);
        var (read, headers) = (new List<Activity>(), default(List<string>));
        foreach (var cells in lines)
        {
            if (headers is null)
            {
                headers = cells;
            }
            else if (read.Count < MostActivities && run(new TableRow(headers, cells)) is { Start: not null } activity)
            {
                read.Add(activity with { Format = format });
            }
        }

        return read.Count > 0 ? ReadResult.Read(format, read, []) : null;
    }
}
