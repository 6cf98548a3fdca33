using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Xml;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>Values of a JSON object by their names. What is missing, null or of another kind is null, never zero.</summary>
internal static class JsonValues
{
    // A name or a title that is longer is cut.
    private const int LongestText = 200;

    // No zone is further from UTC.
    private const int MostOffsetMinutes = 18 * 60;

    /// <summary>A value, whatever the case of its name.</summary>
    public static JsonElement? Get(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } known && (Exact(known, name) ?? InAnyCase(known, name)) is { ValueKind: not JsonValueKind.Null } value
            ? value
            : null;

    /// <inheritdoc cref="Get(JsonElement?, string)"/>
    public static JsonElement? Get(this JsonElement element, string name) => Get((JsonElement?)element, name);

    private static JsonElement? Exact(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? InAnyCase(JsonElement element, string name)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (IsNamed(property, name))
            {
                return property.Value;
            }
        }

        return null;
    }

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A number, written as one or as a text.</summary>
    public static double? Number(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && double.IsFinite(value) => value,
        { ValueKind: JsonValueKind.String } text
            when double.TryParse(text.Written(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) => value,
        _ => null,
    };

    /// <summary>The number of a name.</summary>
    public static double? Number(this JsonElement element, string name) => element.Get(name).Number();

    /// <summary>A text, or a number as it is written; null where there is none, it is empty, or it holds what is no sign.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var text = element.Get(name) switch
        {
            { ValueKind: JsonValueKind.String } value => value.Written(),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : WrittenName.Beginning(text.Trim(), LongestText);
    }

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A time that names no zone, such as 2026-10-05T08:00:00.384. The zone stands beside it.</summary>
    public static LocalDateTime? Clock(this JsonElement element, string name) =>
        element.Text(name) is { } text && LocalDateTimePattern.ExtendedIso.Parse(text.TrimEnd('Z')) is { Success: true } read ? read.Value : null;

    /// <summary>A difference from UTC; null where there is none, or no zone is so far.</summary>
    /// <param name="minutes">Local time minus UTC. [min]</param>
    public static Offset? ToOffset(double? minutes) =>
        minutes is >= -MostOffsetMinutes and <= MostOffsetMinutes and var known ? Offset.FromSeconds((int)(known * 60)) : null;

    /// <summary>A difference from UTC written as +0200, +02:00, UTC+0200, GMT+2 or UTC; null where there is none, or no zone is so far.</summary>
    public static Offset? ToOffset(string? text)
    {
        var written = text?.Trim().ToUpperInvariant().Replace("UTC", "", StringComparison.Ordinal).Replace("GMT", "", StringComparison.Ordinal)
            .Replace(":", "", StringComparison.Ordinal).Trim();
        return written switch
        {
            null => null,
            "" or "Z" => text!.Trim().Length > 0 ? Offset.Zero : null,
            [('+' or '-') and var sign, .. { Length: >= 1 and <= 4 } digits]
                when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                ToOffset((sign == '-' ? -1 : 1) * (digits.Length <= 2 ? number * 60.0 : (number / 100 * 60.0) + (number % 100))),
            _ => null,
        };
    }

    /// <summary>A length; null where there is none, or nobody runs so far.</summary>
    /// <param name="metres">[m]</param>
    public static Distance? ToDistance(double? metres) => metres is > 0 and < 1e7 and var known ? new Distance(known) : null;

    /// <summary>A span of time; null where there is none, or nobody runs so long.</summary>
    /// <param name="seconds">[s]</param>
    public static Duration? ToDuration(double? seconds) => seconds is > 0 and < 1e8 and var known ? Duration.FromSeconds(known) : null;

    /// <summary>A moment of Unix time, in milliseconds or another unit; null where there is none, or it lies before 1973 or after 2200.</summary>
    /// <param name="number">Since 1970. [ms, s or finer, by its size]</param>
    public static Instant? ToInstant(double? number) =>
        ExportTimes.UnixSeconds(number) is { } known ? XmlTime.ToInstant(known) : null;

    /// <summary>The text of an element that is one; null where it is no text.</summary>
    public static string? Written(this JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a sign or bytes that are no UTF-8: well-formed as JSON, and no text.
            return null;
        }
    }
}
