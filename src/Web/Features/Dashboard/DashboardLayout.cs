using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Assesses the runner's today and lays it out.</summary>
internal static class DashboardLayout
{
    /// <summary>The first screen of a history.</summary>
    public static DashboardView Of(RunnerHistory history, RunnerFormat format)
    {
        var assessment = RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
        var recent = TrainingHistory.UpTo(history.Runs, history.Today).Runs;
        var inWindow = recent.Count(run => run.Metrics.LocalDate > history.Today.PlusDays(-Choices.ReturnDays.Value));
        var days = inWindow == 0 ? 0 : Period.DaysBetween(recent.Min(run => run.Metrics.LocalDate), history.Today);
        var headline = Headline.Of(assessment, format);
        var rolling = RollingDays.Compute(history.Runs, history.Today);
        return new()
        {
            Format = format,
            Today = history.Today,
            RunToday = history.RunOn(history.Today),
            Assessment = assessment,
            Advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile),
            Headline = headline,
            CeilingBar = CeilingBar.Of(assessment.Ceiling, headline.IsCalm, format),
            Rolling = rolling,
            RollingRange = RangeOf(history.Runs.Where(run => run.AddsLoad
                && DayWindow.EndingOn(history.Today, DashboardView.DaysOfWeek).Contains(run.Metrics.LocalDate))),
            Growth = WeekGrowth.Of(rolling, assessment.Rows?.Week, format),
            Ground = GroundShares.Of(history.Runs, history.Today),
            Weeks = WeeksChart.Of(history.Weeks, history.Runs, history.Diary, assessment.Rows?.LoadIncrease, format),
            Newest = [.. history.Runs.Order(HistoryRun.ByStart).Reverse()],
            Runs = history.Runs.Count(run => run.Counts),
            RunsForScore = Math.Min(inWindow, Choices.LeastRuns.Value),
            DaysForScore = Math.Min(days, Choices.LeastDays.Value),
            Waiting = history.Waiting,
            Profile = history.Profile,
            Diary = history.Diary,
        };
    }

    // The laboratories' differences are the same for every run, so the ends add up.
    private static KneeKilometresRange? RangeOf(IEnumerable<HistoryRun> runs)
    {
        var ranges = runs.Select(run => run.Load.Range).OfType<KneeKilometresRange>().ToList();
        return ranges.Count == 0 ? null : new(new(ranges.Sum(range => range.Low.Value)), new(ranges.Sum(range => range.High.Value)));
    }
}
