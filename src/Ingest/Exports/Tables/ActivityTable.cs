using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>A table of activities in an account export: comma-separated, one line an activity, with the file of each that has one.</summary>
internal sealed class ActivityTable
{
    private const int MostCells = 200;
    private const int MostLines = 200_000;
    private const int LongestHeader = 1 << 14;

    // A break of the line is a letter of one byte, or of two.
    private const int LetterBytes = 2;

    // Strava's columns keep their order in every language: id, date, name, type.
    private const int TypeWhereNoneIsNamed = 3;

    /// <summary>Names of the column that states the kind, as services write them in their users' languages.</summary>
    private static readonly HashSet<string> TypeHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "type", "activity type", "activitytype", "sport", "sport type", "activity", "workout type", "exercise type", "aktivitätstyp", "sportart",
        "type d'activité", "type d’activité", "tipo de actividad",
        "tipo de atividade", "tipo di attività", "type activiteit", "activiteittype", "aktivitetstyp", "aktivitetstype", "typ aktywności",
        "typ aktivity", "тип занятия", "тип тренировки", "运动类型", "活动类型",
        "アクティビティタイプ",
    };

    /// <summary>Beginnings of the column that states the day.</summary>
    private static readonly string[] DateHeaders =
    [
        "date", "datum", "fecha", "data", "dato", "start", "begin", "activity date", "workout date", "日付", "日期", "дата",
    ];

    private static readonly string[] Recordings = [".gpx", ".tcx", ".fit", ".gpx.gz", ".tcx.gz", ".fit.gz"];

    private static readonly FrozenDictionary<char, CsvConfiguration> Configurations = new[] { ',', ';', '\t' }.ToFrozenDictionary(sign => sign, Separated);

    private readonly Dictionary<string, string> sports = [];
    private readonly List<string> withoutFile = [];

    /// <summary>Sports by the name of the file that holds the recording.</summary>
    public IReadOnlyDictionary<string, string> SportsByFile => sports;

    /// <summary>Sports of the activities of which the table names no file.</summary>
    public IReadOnlyList<string> WithoutFile => withoutFile;

    /// <summary>Whether a content is such a table, by its first line.</summary>
    public static bool IsOne(ReadOnlySpan<byte> content)
    {
        var end = content[..Math.Min(content.Length, LongestHeader + 1)].IndexOf((byte)'\n');
        if (end <= 0)
        {
            return false;
        }

        var header = ExportFile.Text(content[..Math.Min(end + LetterBytes, content.Length)]);
        var cells = Lines(header, SeparatorOf(header)).FirstOrDefault() ?? [];
        return cells.Exists(IsType)
            && cells.Exists(cell => Array.Exists(DateHeaders, date => cell.Trim().StartsWith(date, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Reads a table.</summary>
    public static ActivityTable Read(string text)
    {
        var table = new ActivityTable();
        int? typeAt = null;
        foreach (var cells in Lines(text, SeparatorOf(text)))
        {
            if (typeAt is null)
            {
                var named = StravaTable.IsOne(cells) ? TypeWhereNoneIsNamed : cells.FindIndex(IsType);
                typeAt = named < 0 ? TypeWhereNoneIsNamed : named;
            }
            else if (typeAt < cells.Count && cells[typeAt.Value].Trim() is { Length: > 0 } sport)
            {
                table.Add(cells, sport);
            }
        }

        return table;
    }

    /// <summary>The recording that a line names, without folders; null where it names none.</summary>
    internal static string? RecordingOf(IReadOnlyList<string> cells) =>
        cells.FirstOrDefault(cell => Array.Exists(Recordings, ending => cell.TrimEnd().EndsWith(ending, StringComparison.OrdinalIgnoreCase))) is { } file
            ? ExportFile.NameOf(file.Trim())
            : null;

    private static bool IsType(string header) => TypeHeaders.Contains(header.Trim());

    private void Add(List<string> cells, string sport)
    {
        if (RecordingOf(cells) is not { } file)
        {
            withoutFile.Add(sport);
        }
        else
        {
            sports[file] = sport;
        }
    }

    /// <summary>The sign between cells, as the first line shows it: tables that were opened and saved in much of Europe have semicolons.</summary>
    internal static char SeparatorOf(string text)
    {
        var head = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOf('\n')));
        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    /// <summary>The cells of each line (RFC 4180). A line with a quote that nothing opens costs no other line.</summary>
    internal static IEnumerable<List<string>> Lines(string text, char separator)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), Configurations[separator]);
        for (var line = 0; line < MostLines && parser.Read(); line++)
        {
            yield return [.. (parser.Record ?? []).Take(MostCells)];
        }
    }

    private static CsvConfiguration Separated(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = null,
    };
}
