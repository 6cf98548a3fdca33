using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>Sessions after a break of 30 days.</summary>
public static class Returns
{
    /// <summary>Whether a session of some days is a return: a first run after 30 days off, or after a gap that starts a new history.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <param name="days">The days.</param>
    public static bool Any(IReadOnlyList<HistoryRun> history, DayWindow days)
    {
        var counted = history.Where(run => run.Counts && run.Metrics.LocalDate <= days.Last).Order(HistoryRun.ByStart).ToList();
        var window = Duration.FromDays(Published.SpikeWindowDays.Value);
        return counted.Zip(counted.Skip(1)).Any(pair =>
            days.Contains(pair.Second.Metrics.LocalDate) && pair.Second.Metrics.Start - pair.First.Metrics.Start > window);
    }
}
