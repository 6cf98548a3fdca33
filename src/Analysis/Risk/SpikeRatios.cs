using KneeLoad.Analysis.Weeks;

namespace KneeLoad.Analysis.Risk;

/// <summary>For the list of runs: how far each went against what it was judged by.</summary>
public static class SpikeRatios
{
    /// <summary>Distance over base of every session that could be judged, at each of its runs.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <returns>Ratios by the runs' keys; a run that was not judged is absent. [1]</returns>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<HistoryRun> history)
    {
        var ratios = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stretch in TrainingHistory.All(history))
        {
            var judge = new SessionJudge(stretch.Sessions);
            for (var i = 0; i < stretch.Sessions.Count; i++)
            {
                if (judge.Judge(i).Ratio is { } ratio)
                {
                    foreach (var key in stretch.Sessions[i].RunKeys)
                    {
                        ratios[key] = ratio;
                    }
                }
            }
        }

        return ratios;
    }
}
