using System.Globalization;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Reads what a runner typed of a run. A comma and a point both part decimals.</summary>
internal static class CorrectionInput
{
    private const double LongestMetres = 1_000_000;
    private const double MostMinutes = 2 * 24 * 60;

    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9999, 1, 1, 0, 0);
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalTimePattern TimeWithSeconds = LocalTimePattern.CreateWithInvariantCulture("H:mm:ss");

    /// <summary>A distance in the runner's unit; null when it is none.</summary>
    public static Distance? Distance(string? typed, RunnerFormat format) =>
        Number(typed) * format.MetresPerUnit is > 0 and <= LongestMetres and var metres ? new Distance(metres) : null;

    /// <summary>A duration in minutes; null when it is none.</summary>
    public static Duration? Minutes(string? typed) => Number(typed) is > 0 and <= MostMinutes and var minutes ? Duration.FromMinutes(minutes) : null;

    /// <summary>A start in the runner's zone; null when it is none, or lies ahead.</summary>
    public static (Instant Moment, LocalDate Day)? Start(string? day, string? time, DateTimeZone zone, Instant now)
    {
        if (!LocalDatePattern.Iso.Parse(day ?? "").TryGetValue(default, out var date)
            || (!Time.Parse(time ?? "").TryGetValue(default, out var clock) && !TimeWithSeconds.Parse(time ?? "").TryGetValue(default, out clock)))
        {
            return null;
        }

        var moment = (date + clock).InZoneLeniently(zone).ToInstant();
        return moment >= Earliest && moment <= now ? (moment, date) : null;
    }

    /// <summary>The moment of an earlier click, as an address carries it.</summary>
    /// <param name="milliseconds">Since 1970. [ms]</param>
    /// <returns>Null when it is no moment of this program's life.</returns>
    public static Instant? Moment(long milliseconds) =>
        milliseconds > Earliest.ToUnixTimeMilliseconds() && milliseconds < Latest.ToUnixTimeMilliseconds()
            ? Instant.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static double? Number(string? typed) =>
        double.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
