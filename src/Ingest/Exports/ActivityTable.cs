using System.Text;

namespace KneeLoad.Ingest.Exports;

/// <summary>A table of activities in an account export: comma-separated, one line an activity, with the file of each.</summary>
internal static class ActivityTable
{
    private const int MostCells = 200;
    private const int MostLines = 200_000;

    // Strava's columns keep their order in every language: id, date, name, type.
    private const int TypeWhereNoneIsNamed = 3;

    private static readonly HashSet<string> TypeHeaders = new(StringComparer.OrdinalIgnoreCase) { "type", "activity type", "sport", "activity", "workout type" };
    private static readonly string[] Recordings = [".gpx", ".tcx", ".fit", ".gpx.gz", ".tcx.gz", ".fit.gz"];

    /// <summary>Adds the sport of each file that the table names.</summary>
    /// <param name="text">The table.</param>
    /// <param name="sports">Sports by file name.</param>
    public static void Add(string text, Dictionary<string, string> sports)
    {
        int? typeAt = null;
        foreach (var cells in Lines(text, SeparatorOf(text)))
        {
            if (typeAt is null)
            {
                var named = cells.FindIndex(cell => TypeHeaders.Contains(cell.Trim()));
                typeAt = named < 0 ? TypeWhereNoneIsNamed : named;
                continue;
            }

            var file = cells.Find(cell => Array.Exists(Recordings, ending => cell.TrimEnd().EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
            if (file is not null && typeAt < cells.Count && cells[typeAt.Value].Trim() is { Length: > 0 } sport)
            {
                sports[ExportLists.FileName(file.Trim())] = sport;
            }
        }
    }

    /// <summary>The sign between cells, as the first line shows it: tables that were opened and saved in much of Europe have semicolons.</summary>
    private static char SeparatorOf(string text)
    {
        var head = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOf('\n')));
        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    /// <summary>The cells of each line (RFC 4180).</summary>
    private static IEnumerable<List<string>> Lines(string text, char separator)
    {
        var (cells, cell, isQuoted, lines) = (new List<string>(), new StringBuilder(), false, 0);
        foreach (var character in text.TrimStart('\uFEFF') + "\n")
        {
            if (character == '"')
            {
                // Two quotes are one; that it opens and closes again leaves the cell as it is.
                isQuoted = !isQuoted;
            }
            else if ((character == separator || character == '\n') && !isQuoted)
            {
                if (cells.Count < MostCells)
                {
                    cells.Add(cell.ToString());
                }

                cell.Clear();
                if (character == '\n')
                {
                    yield return cells;
                    cells = [];
                    if (++lines == MostLines)
                    {
                        yield break;
                    }
                }
            }
            else if (character != '\r')
            {
                cell.Append(character);
            }
        }
    }
}
