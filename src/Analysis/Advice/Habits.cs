using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Advice;

/// <summary>The runner's habits of these weeks, as far as advice asks.</summary>
/// <param name="StartsFast">At most half of the runs of 28 days begin gently.</param>
/// <param name="StopsAbruptly">At least half of the runs of 28 days end at full speed.</param>
/// <param name="MuchDownhill">The last 7 days held clearly more downhill than usual.</param>
/// <param name="LongerSteps">The steps of the last 7 days at own pace were longer than those of the 28 days before.</param>
internal sealed record Habits(bool StartsFast, bool StopsAbruptly, bool MuchDownhill, bool LongerSteps)
{
    private const int Week = 7;

    public static Habits Of(IReadOnlyList<HistoryRun> history, LocalDate asOf)
    {
        var month = Choices.HabitDays.Value;
        var runs = RunsOf(history, DayWindow.EndingOn(asOf, month));
        var now = RunTotals.Of(RunsOf(history, DayWindow.EndingOn(asOf, Week)));
        var before = RunTotals.Of(RunsOf(history, DayWindow.EndingOn(asOf.PlusDays(-Week), month)));
        return new(
            IsHabit(runs, metrics => metrics.WarmUpRatio, ratio => ratio > Choices.WarmUpAtMost.Value),
            IsHabit(runs, metrics => metrics.FinalMinuteRatio, ratio => ratio >= Choices.AbruptStopFrom.Value),
            IsMuch(now.Downhill, (double)Week / month * before.Downhill),
            // At one speed, step length is the inverse of cadence.
            before.CadenceAtOwnPace?.StepsPerMinute > Choices.LongerSteps.Value * now.CadenceAtOwnPace?.StepsPerMinute);
    }

    private static List<HistoryRun> RunsOf(IReadOnlyList<HistoryRun> history, DayWindow days) =>
        [.. history.Where(run => run.Counts && days.Contains(run.Metrics.LocalDate)).Order(HistoryRun.ByStart)];

    private static bool IsHabit(List<HistoryRun> runs, Func<RunMetrics, Fraction?> ratio, Func<Fraction, bool> applies)
    {
        var known = runs.Select(run => ratio(run.Metrics)).OfType<Fraction>().ToList();
        return known.Count >= Choices.LeastHabitRuns.Value && known.Count(applies) >= Choices.HabitShare.Value.Value * known.Count;
    }

    private static bool IsMuch(Distance? now, Distance? usual) =>
        now >= Choices.LeastDownhill.Value && now > Choices.MuchDownhill.Value * (usual ?? default);
}
