using System.Globalization;
using System.Text;
using System.Text.Json;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>Moments as exports write them: since 1970 in seconds, milliseconds, microseconds or nanoseconds, or as a text with or without a zone.</summary>
internal static class ExportTimes
{
    // So many seconds since 1970 lie in the year 5138; so many milliseconds in 1973. What is larger is of the next finer unit.
    private const double MostSeconds = 1e11;
    private const double UnitStep = 1_000;

    // 1973: what is smaller counts something else. [s since 1970]
    private const double EarliestSecond = 1e8;

    // The year 2200. [s since 1970]
    private const double LatestSecond = 7_258_118_400;

    /// <summary>A moment; null where there is none.</summary>
    public static ExportTime? Of(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } => Of(element.Number()),
        { ValueKind: JsonValueKind.String } text => Of(text.Written()),
        _ => null,
    };

    /// <summary>A moment of a text.</summary>
    public static ExportTime? Of(string? text)
    {
        // A zone without its name, as in 2026-03-02 09:00:00 +0200, is set behind the time.
        var written = text?.Trim().Replace(" +", "+", StringComparison.Ordinal).Replace(" -", "-", StringComparison.Ordinal);
        return string.IsNullOrEmpty(written) ? null
            : double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Of(number)
            : XmlTimes.TryRead(Encoding.UTF8.GetBytes(written), out var time)
                ? new(time.UnixSeconds, time.ToOffset(), time.OffsetMinutes is null, time.IsDayUnsure)
                : null;
    }

    /// <summary>Seconds of a number since 1970, whichever unit it counts; null before 1973 and after 2200. [s]</summary>
    public static double? UnixSeconds(double? number)
    {
        for (var unit = 1.0; number is >= EarliestSecond && unit <= 1e9; unit *= UnitStep)
        {
            if (number / unit < MostSeconds)
            {
                return number / unit < LatestSecond ? number / unit : null;
            }
        }

        return null;
    }

    private static ExportTime? Of(double? number) => UnixSeconds(number) is { } seconds ? new(seconds, null, false, false) : null;
}

/// <summary>A moment that an export states.</summary>
/// <param name="UnixSeconds">Since 1970. [s]</param>
/// <param name="Offset">Local time minus UTC, where the moment states it.</param>
/// <param name="IsLocal">Whether it names no zone: then it is the runner's clock, written as if it showed UTC.</param>
/// <param name="IsDayUnsure">Whether day and month may be meant the other way round.</param>
internal readonly record struct ExportTime(double UnixSeconds, Offset? Offset, bool IsLocal, bool IsDayUnsure)
{
    /// <summary>The instant.</summary>
    public Instant Instant => XmlTime.ToInstant(UnixSeconds);
}
