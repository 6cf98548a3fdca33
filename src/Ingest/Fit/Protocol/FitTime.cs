using NodaTime;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>FIT counts seconds since 1989-12-31T00:00:00Z (FIT profile, type date_time).</summary>
internal static class FitTime
{
    /// <summary>FIT's epoch since 1970-01-01T00:00:00Z. [s]</summary>
    public const long EpochUnixSeconds = 631065600;

    /// <summary>The instant of a FIT time.</summary>
    /// <param name="seconds">Since FIT's epoch. [s]</param>
    public static Instant ToInstant(uint seconds) => Instant.FromUnixTimeSeconds(EpochUnixSeconds + seconds);

    /// <summary>Local time minus UTC, to the quarter of an hour.</summary>
    /// <param name="utc">FIT's epoch. [s]</param>
    /// <param name="local">The same moment on the runner's clock, counted alike. [s]</param>
    /// <returns>Null when either is missing, or when the difference is no zone that is in use.</returns>
    public static Offset? OffsetBetween(uint? utc, uint? local)
    {
        const long Quarter = 15 * 60;
        const long Tolerance = 60;
        const long East = 14 * 3600;
        const long West = -12 * 3600;
        if (utc is null || local is null)
        {
            return null;
        }

        var difference = (long)local.Value - utc.Value;
        var quarters = (long)Math.Round((double)difference / Quarter) * Quarter;
        return quarters is >= West and <= East && Math.Abs(difference - quarters) <= Tolerance
            ? Offset.FromSeconds((int)quarters)
            : null;
    }

    /// <summary>Time after a message with a compressed header (FIT protocol, section "Compressed Timestamp Header").</summary>
    /// <param name="last">The last time that was known. [s]</param>
    /// <param name="lowBits">The header's five bits: they replace the lowest of <paramref name="last"/>, and roll over every 32 s.</param>
    public static uint AfterOffset(uint last, int lowBits)
    {
        var seconds = unchecked((uint)(lowBits - (int)(last & 0x1F)) & 0x1F);
        return unchecked(last + seconds);
    }
}
