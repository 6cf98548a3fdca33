using KneeLoad.Ingest.Quantities;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>A distance that is not run yet, against today's ceiling and its bands.</summary>
/// <param name="Distance">The planned distance. [m]</param>
/// <param name="Ratio">Over the ceiling's base; null where there is no ceiling. [1]</param>
/// <param name="WithinCeiling">Whether it stays within the ceiling; null where there is none.</param>
/// <param name="Band">The published band that it falls into; null within the ceiling, and where bands are not shown.</param>
/// <param name="Finding">The same in one sentence.</param>
public sealed record PlannedRun(Distance Distance, double? Ratio, bool? WithinCeiling, CeilingBand? Band, string Finding)
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
            return new(planned, null, null, null, "There is no ceiling to judge it by today.");
        }

        var ratio = planned / @base;
        if (planned <= limit)
        {
            return new(planned, ratio, true, null, "It stays within today's ceiling.");
        }

        var band = ceiling.Bands.FirstOrDefault(band => band.UpTo is null || planned <= band.UpTo);
        return new(planned, ratio, false, band, band is null
            ? "It goes beyond what pain asks to hold to."
            : Invariant($"It would be {ratio:0.00} times the distance that the ceiling rests on. In the study, injury of any site came {band.HazardRatio:0.0} times as often after sessions of that band (hazard ratio {band.HazardRatio:0.00}, 95 % interval {band.Low:0.00} to {band.High:0.00})."));
    }
}
