using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>The furthest run of a day that is no jump. It is no permission: recovery is not in it.</summary>
/// <param name="Limit">The distance; null where there is none, with the reason. [m]</param>
/// <param name="Base">The counted distance that it rests on; null where there is none. [m]</param>
/// <param name="BaseRunKey">Key of the run that the base rests on; null where there is none, and for a told base.</param>
/// <param name="Reason">Why it is what it is.</param>
/// <param name="Bands">The published bands beyond it; empty while pain asks to hold, on the return ladder, and where there is no ceiling.</param>
/// <param name="AfterHardSession">True after a session with points or of over 90 minutes in the last days: the page says that recovery is not in it.</param>
public sealed record Ceiling(
    Distance? Limit,
    Distance? Base,
    string? BaseRunKey,
    CeilingReason Reason,
    IReadOnlyList<CeilingBand> Bands,
    bool AfterHardSession = false);

/// <summary>A band of distances with the hazard ratio published for it, against runs of at most 1.10 times the longest.</summary>
/// <param name="UpToRatio">Upper end over the base; null for the open band. [1]</param>
/// <param name="UpTo">Upper end; null for the open band. [m]</param>
/// <param name="HazardRatio">Published hazard ratio, overuse injury of any site. [1]</param>
/// <param name="Low">Lower end of its 95 % interval. [1]</param>
/// <param name="High">Upper end of its 95 % interval. [1]</param>
public sealed record CeilingBand(double? UpToRatio, Distance? UpTo, double HazardRatio, double Low, double High);

/// <summary>Names the reason why the ceiling is what it is, or why there is none.</summary>
public enum CeilingReason
{
    /// <summary>1.10 times the longest session of 30 days.</summary>
    Normal,

    /// <summary>The longest session counts less than it measured, since it was a jump itself.</summary>
    CountedLess,

    /// <summary>Before or after a return: half of the longest session of the time before.</summary>
    Return,

    /// <summary>The longest run that the runner told of.</summary>
    Told,

    /// <summary>The first 30 days are not full: what there is.</summary>
    WindowNotFull,

    /// <summary>Pain asks to hold or reduce, or the return ladder allows a usual session at most.</summary>
    Hold,

    /// <summary>Pain asked to stop, and no run is free yet.</summary>
    Stop,

    /// <summary>A red flag is open: none.</summary>
    SeeADoctor,

    /// <summary>The runner paused: none.</summary>
    Paused,

    /// <summary>Not enough runs: none.</summary>
    NoData,

    /// <summary>Under 18: none.</summary>
    Under18,
}

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
