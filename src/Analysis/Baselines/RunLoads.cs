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
        var loads = new RunLoad[runs.Count];
        var usual = new LevelRunning();
        int entered = 0, left = 0;
        foreach (var index in order)
        {
            var run = runs[index];
            for (; entered < order.Length && runs[order[entered]].Start < run.Start; entered++)
            {
                if (runs[order[entered]] is { Counts: true, Cells: var cells })
                {
                    usual.Add(cells);
                }
            }

            for (; left < entered && runs[order[left]].Start < run.Start - Choices.BaselineWindow.Value; left++)
            {
                if (runs[order[left]] is { Counts: true, Cells: var cells })
                {
                    usual.Remove(cells);
                }
            }

            loads[index] = Of(run, usual.ToBaseline());
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
        var sums = CellSums.Of(run.Cells, baseline.UsualCadence);
        // Without cells nothing is known of the way moved, and nothing known is not no load.
        var load = run.Cells.Cells.IsEmpty ? (KneeKilometres?)null : sums.Load;
        return new RunLoad
        {
            UsualCadence = baseline.UsualCadence,
            KneeKilometres = load,
            KneeKilometresPerKilometre = sums.Covered > Distance.Zero ? load?.Value / sums.Covered.Kilometres : null,
            PeakIndex = sums.PeakIndex,
            CadenceAtOwnPace = CadenceAtOwnPace(run.Cells, baseline),
        };
    }

    /// <summary>Cadence of level running, moved along the usual line to the runner's usual speed; null under 5 min of it.</summary>
    private static Cadence? CadenceAtOwnPace(CellTable cells, Baseline baseline)
    {
        // Before the first run with level ground there is no usual speed but this run's own.
        var ownPace = baseline.LevelSpeed ?? OwnLevelSpeed(cells);
        var mean = default(WeightedMean);
        foreach (ref readonly var cell in cells.Cells.AsSpan())
        {
            if (cell is { IsLevelRunning: true, Cadence: { } cadence } && ownPace is { } pace)
            {
                var moved = baseline.UsualCadence.At(pace).StepsPerMinute - baseline.UsualCadence.At(cell.Speed).StepsPerMinute;
                mean.Add(cadence.StepsPerMinute + moved, cell.Seconds);
            }
        }

        return mean.Weight >= Choices.LeastOwnPace.Value.TotalSeconds && mean.Value is { } steps ? new Cadence(steps) : null;
    }

    private static Speed? OwnLevelSpeed(CellTable cells)
    {
        var own = new LevelRunning();
        own.Add(cells);
        return own.ToBaseline().LevelSpeed;
    }
}
