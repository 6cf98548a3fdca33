using System.Globalization;
using System.Text.RegularExpressions;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>A line of a table by the names of its columns. An empty cell, or one that is no value of its kind, is null, never zero.</summary>
/// <param name="Headers">The names, as the first line has them.</param>
/// <param name="Cells">The line.</param>
internal sealed partial record TableRow(IReadOnlyList<string> Headers, IReadOnlyList<string> Cells)
{
    // A title that is longer is cut.
    private const int LongestText = 200;
    private const double SecondsPerMinute = 60;

    /// <summary>Whether columns have all of some names, in any case and order.</summary>
    public static bool HaveAll(IReadOnlyList<string> headers, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (ColumnOf(headers, name) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a column by its number; null where it is empty, or there is none.</summary>
    public string? At(int column) =>
        column >= 0 && column < Cells.Count && Cells[column].Trim() is { Length: > 0 } text ? WrittenName.Beginning(text, LongestText) : null;

    /// <summary>The text of a column by its name.</summary>
    public string? Text(string name) => At(ColumnOf(Headers, name));

    /// <summary>The number of a column by its number, written with a decimal point or comma.</summary>
    public double? Number(int column) =>
        At(column) is { } text && double.TryParse(WithPoint(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;

    /// <summary>The number of a column by its name.</summary>
    public double? Number(string name) => Number(ColumnOf(Headers, name));

    /// <summary>Seconds of a time such as 28:30, 1:05:12 or 31:24.5. [s]</summary>
    public double? Seconds(int column)
    {
        var seconds = 0.0;
        foreach (var part in At(column)?.Split(':') ?? [])
        {
            if (!double.TryParse(WithPoint(part), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * SecondsPerMinute) + number;
        }

        return seconds > 0 ? seconds : null;
    }

    /// <inheritdoc cref="Seconds(int)"/>
    public double? Seconds(string name) => Seconds(ColumnOf(Headers, name));

    /// <summary>
    /// A number of a table as programs write it: 2,336 and 1,234.5 and 1.234,5 and 1 234,5 and 1'234.5 are thousands, 5,48 is five and a half, nearly.
    /// </summary>
    private static string WithPoint(string number)
    {
        var plain = Gaps().Replace(number, "");
        return Thousands().IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal)
            : ThousandsWithPoints().IsMatch(plain) ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : plain.Count(sign => sign is ',') == 1 && !plain.Contains('.', StringComparison.Ordinal) ? plain.Replace(',', '.')
            : plain;
    }

    private static int ColumnOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].AsSpan().Trim().Trim('\uFEFF').Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Thousands();

    // A single point is the decimal sign: 1.234 may be a length in kilometres.
    [GeneratedRegex(@"^[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ThousandsWithPoints();

    // Blanks, also those that do not break, and apostrophes.
    [GeneratedRegex(@"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gaps();
}
