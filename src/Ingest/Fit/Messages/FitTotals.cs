using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>Makes quantities of the totals in sessions and laps; what no activity can have is not stated.</summary>
internal static class FitTotals
{
    // No activity is longer than a uint32 of milliseconds, the profile's own type for it; other types may hold anything.
    private const double LongestMilliseconds = uint.MaxValue;

    /// <summary>A span of time.</summary>
    /// <param name="value">[ms]</param>
    public static Duration? Milliseconds(double? value) =>
        value is >= 0 and < LongestMilliseconds ? Duration.FromMilliseconds(value.Value) : null;

    /// <summary>A length.</summary>
    /// <param name="value">[m]</param>
    public static Distance? Metres(double? value) => value is >= 0 and < double.MaxValue ? new Distance(value.Value) : null;
}
