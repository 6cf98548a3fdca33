using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>For the list of runs: how far each went against what it was judged by.</summary>
public static class SpikeRatios
{
    /// <summary>Distance over base of every session that could be judged, at each of its runs.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <param name="longestBefore">Longest run of the month before the first file, as told; null when not told. [m]</param>
    /// <returns>Ratios by the runs' keys; a run that was not judged is absent. [1]</returns>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<HistoryRun> history, Distance? longestBefore = null)
    {
        var ratios = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stretch in TrainingHistory.All(history))
        {
            foreach (var judgement in new SessionJudge(stretch, longestBefore).Judgements)
            {
                if (judgement.Ratio is { } ratio)
                {
                    foreach (var key in judgement.Session.RunKeys)
                    {
                        ratios[key] = ratio;
                    }
                }
            }
        }

        return ratios;
    }
}
