using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Baselines;

/// <summary>Knee load of each run of a history, each against its own baseline. No file is read for it, cells suffice.</summary>
public static class RunLoads
{
    /// <summary>Computes the load of all activities of one runner.</summary>
    /// <param name="runs">The whole history, in any order.</param>
    /// <returns>One load an activity, in the order of <paramref name="runs"/>; each depends on the set alone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/> is null.</exception>
    public static IReadOnlyList<RunLoad> Compute(IReadOnlyList<BaselineRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var order = Enumerable.Range(0, runs.Count).OrderBy(i => runs[i].Start).ToArray();
        var level = runs.Select(run => LevelRunning.CellsOf(run.Cells)).ToArray();
        var loads = new RunLoad[runs.Count];
        var usual = new LevelRunning();
        int entered = 0, left = 0;
        foreach (var index in order)
        {
            var run = runs[index];
            for (; entered < order.Length && runs[order[entered]].Start < run.Start; entered++)
            {
                if (runs[order[entered]].Counts)
                {
                    usual.Add(level[order[entered]]);
                }
            }

            for (; left < entered && runs[order[left]].Start < run.Start - Choices.BaselineWindow.Value; left++)
            {
                if (runs[order[left]].Counts)
                {
                    usual.Remove(level[order[left]]);
                }
            }

            loads[index] = Of(run, level[index], usual.ToBaseline());
        }

        return loads;
    }

    /// <summary>The load of one activity.</summary>
    /// <param name="run">The activity.</param>
    /// <param name="baseline">What was usual before it.</param>
    public static RunLoad Of(BaselineRun run, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(baseline);
        return Of(run, LevelRunning.CellsOf(run.Cells), baseline);
    }

    private static RunLoad Of(BaselineRun run, ReadOnlySpan<LoadCell> level, Baseline baseline)
    {
        var sums = CellSums.Of(run.Cells, baseline.UsualCadence);
        // Without cells nothing is known of the way moved, and nothing known is not no load.
        var load = run.Cells.Cells.IsEmpty ? (KneeKilometres?)null : sums.Load;
        return new RunLoad
        {
            UsualCadence = baseline.UsualCadence,
            KneeKilometres = load,
            Range = load is null ? null : sums.Range,
            KneeKilometresPerKilometre = sums.Covered > Distance.Zero ? load?.Value / sums.Covered.Kilometres : null,
            PeakIndex = sums.PeakIndex,
            CadenceAtOwnPace = CadenceAtOwnPace(level, baseline),
        };
    }

    /// <summary>Cadence of level running, moved along the usual line to the runner's usual speed; null under 5 min of it.</summary>
    private static Cadence? CadenceAtOwnPace(ReadOnlySpan<LoadCell> level, Baseline baseline)
    {
        // Before the first run with level ground there is no usual speed but this run's own.
        var ownPace = baseline.LevelSpeed ?? OwnLevelSpeed(level);
        var mean = default(WeightedMean);
        foreach (ref readonly var cell in level)
        {
            if (cell.Cadence is { } cadence && ownPace is { } pace)
            {
                var moved = baseline.UsualCadence.At(pace).StepsPerMinute - baseline.UsualCadence.At(cell.Speed).StepsPerMinute;
                mean.Add(cadence.StepsPerMinute + moved, cell.Seconds);
            }
        }

        return mean.Weight >= Choices.LeastOwnPace.Value.TotalSeconds && mean.Value is { } steps ? new Cadence(steps) : null;
    }

    private static Speed? OwnLevelSpeed(ReadOnlySpan<LoadCell> level)
    {
        var own = new LevelRunning();
        own.Add(level);
        return own.ToBaseline().LevelSpeed;
    }
}
