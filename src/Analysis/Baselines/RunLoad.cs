using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Baselines;

/// <summary>The load of one run on the knees, against the runner's own baseline of the 90 days before it.</summary>
public sealed record RunLoad
{
    /// <summary>The cadence line that it was judged by.</summary>
    public required CadenceLine UsualCadence { get; init; }

    /// <summary>Knee load of the whole activity; null where distance or time are unknown, and for other sports. [knee-km]</summary>
    public KneeKilometres? KneeKilometres { get; init; }

    /// <summary>The interval that the laboratories' differences leave for it, 2.5th to 97.5th percentile; null where the load is. [knee-km]</summary>
    public KneeKilometresRange? Range { get; init; }

    /// <summary>Knee load of each kilometre; null where the load is. [knee-km/km]</summary>
    public double? KneeKilometresPerKilometre { get; init; }

    /// <summary>Peak load of a running step, 1 at 2.78 m/s and usual cadence; null without running. [1]</summary>
    public double? PeakIndex { get; init; }

    /// <summary>Cadence at the runner's own usual speed; null under 5 min of level running with cadence. [steps/min]</summary>
    public Cadence? CadenceAtOwnPace { get; init; }
}
