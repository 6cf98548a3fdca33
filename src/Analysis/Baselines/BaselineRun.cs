using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using NodaTime;

namespace KneeLoad.Analysis.Baselines;

/// <summary>A stored activity as far as baselines need it.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Counts">True for a run that repeats no other and is not left out: it shapes later baselines.</param>
/// <param name="Cells">Its cells; empty where distance or time are unknown.</param>
public sealed record BaselineRun(Instant Start, bool Counts, CellTable Cells)
{
    /// <summary>Takes from one analysed activity what baselines need.</summary>
    /// <param name="metrics">What the file says.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="isSetAside">True when it repeats another, or the runner leaves it out.</param>
    public static BaselineRun Of(RunMetrics metrics, CellTable cells, bool isSetAside)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(cells);
        return new BaselineRun(metrics.Start, metrics.IsRun && !isSetAside, cells);
    }
}
