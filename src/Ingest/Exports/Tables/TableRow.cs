using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>A line of a table by the names of its columns. An empty cell, or one that is no value of its kind, is null, never zero.</summary>
/// <param name="Headers">The names, as the first line has them.</param>
/// <param name="Cells">The line.</param>
internal sealed record TableRow(IReadOnlyList<string> Headers, IReadOnlyList<string> Cells)
{
    // A title that is longer is cut.
    private const int LongestText = 200;

    /// <summary>The text of a column by its number; null where it is empty, or there is none.</summary>
    public string? At(int column) =>
        column >= 0 && column < Cells.Count && Cells[column].Trim() is { Length: > 0 } text ? WrittenName.Beginning(text, LongestText) : null;

    /// <summary>The text of a column by its name.</summary>
    public string? Text(string name) => At(ColumnOf(name));

    /// <summary>The number of a column by its number.</summary>
    public double? Number(int column) =>
        double.TryParse(At(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The number of a column by its name.</summary>
    public double? Number(string name) => Number(ColumnOf(name));

    /// <summary>A moment in one of some forms, in UTC where it names no zone; null where it is in none.</summary>
    public static DateTimeOffset? Moment(string? text, params string[] forms) =>
        DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;

    /// <summary>A length; null where there is none, or nobody runs so far.</summary>
    /// <param name="metres">[m]</param>
    public static Distance? ToDistance(double? metres) => metres is > 0 and < 1e7 and var known ? new Distance(known) : null;

    /// <summary>An instant.</summary>
    public static Instant? ToInstant(DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;

    private int ColumnOf(string name)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
