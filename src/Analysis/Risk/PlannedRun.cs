using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>A distance that is not run yet, against the day's ceiling and its bands.</summary>
/// <param name="Distance">The planned distance. [m]</param>
/// <param name="Ratio">Distance over the ceiling's base; null where there is no ceiling. [1]</param>
/// <param name="WithinCeiling">Whether it stays within the ceiling; null where there is none.</param>
/// <param name="Band">The published band that it falls into; null within the ceiling, and where bands are not shown.</param>
public sealed record PlannedRun(Distance Distance, double? Ratio, bool? WithinCeiling, CeilingBand? Band)
{
    /// <summary>Judges a planned distance.</summary>
    /// <param name="planned">Its length. [m]</param>
    /// <param name="ceiling">The ceiling of the day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="planned"/> is not positive.</exception>
    public static PlannedRun Judge(Distance planned, Ceiling ceiling)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(planned.Metres, nameof(planned));
        ArgumentNullException.ThrowIfNull(ceiling);

        if (ceiling is not { Limit: { } limit, Base: { } @base })
        {
            return new(planned, null, null, null);
        }

        var isWithin = planned <= limit;
        var band = isWithin ? null : ceiling.Bands.FirstOrDefault(band => band.UpTo is null || planned <= band.UpTo);
        return new(planned, planned / @base, isWithin, band);
    }
}
