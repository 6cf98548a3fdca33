using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Baselines;

/// <summary>The usual values of a runner: from the level running of the runs that start in the 90 days before.</summary>
/// <param name="UsualCadence">The own cadence line, or the population's while too little is known.</param>
/// <param name="LevelSpeed">Median speed of level running by time; null without any. [m/s]</param>
public sealed record Baseline(CadenceLine UsualCadence, Speed? LevelSpeed)
{
    /// <summary>Nothing is known of the runner yet.</summary>
    public static Baseline Population { get; } = new(CadenceLineFit.Population, null);

    /// <summary>The baseline that holds for a run at a moment.</summary>
    /// <param name="start">When the run starts; runs that start at this very moment are not before it.</param>
    /// <param name="runs">Activities of the runner, in any order; which of them count is picked here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> is null.</exception>
    public static Baseline LineFor(Instant start, IEnumerable<BaselineRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var usual = new LevelRunning();
        foreach (var run in runs)
        {
            if (run.Counts && run.Start < start && run.Start >= start - Choices.BaselineWindow.Value)
            {
                usual.Add(LevelRunning.CellsOf(run.Cells));
            }
        }

        return usual.ToBaseline();
    }
}
