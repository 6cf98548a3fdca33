using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Exports;

/// <summary>Writes values as JSON and as CSV: moments in UTC after ISO 8601, days as 2026-05-04, words in small letters, numbers plain.</summary>
internal static class ExportText
{
    /// <summary>Letters at which a spreadsheet takes a text for a formula.</summary>
    private const string Formulas = "=+-@\t\r";

    /// <summary>Writes a moment.</summary>
    public static string Of(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    /// <summary>Writes a word of a list of words; several at once are joined.</summary>
    public static string Word(Enum word) => string.Join(
        ' ', word.ToString().Split(", ").Select(one => JsonNamingPolicy.CamelCase.ConvertName(one)));

    /// <summary>Writes a value as JSON.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or StoredDocument { Json: null }:
                json.WriteNullValue();
                break;
            case StoredDocument document:
                json.WriteRawValue(document.Json, skipInputValidation: true);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>Writes a line of CSV (RFC 4180), with its end.</summary>
    public static string CsvLine(IEnumerable<object?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        // Within quotes, and never the beginning of a formula.
        string text => Quoted(text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text),
        _ => Quoted(Text(value)),
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(object value) => value switch
    {
        string text => text,
        Instant moment => Of(moment),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Enum word => Word(word),
        Guid key => key.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No export knows such a value."),
    };
}
