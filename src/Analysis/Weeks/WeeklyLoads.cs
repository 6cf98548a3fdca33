using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>Adds a history up into the runner's weeks.</summary>
public static class WeeklyLoads
{
    private const int UsualWeeks = 4;
    private const int LeastUsualWeeksWithRun = 3;

    /// <summary>Every week from the first run's to the one that a day lies in, weeks of zero included.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <param name="weekStart">The day that the runner's weeks begin on.</param>
    /// <param name="through">The last local day that counts.</param>
    /// <returns>Oldest first; empty when there is no run up to that day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weekStart"/> is no day of the week.</exception>
    public static IReadOnlyList<WeeklyLoad> Compute(IReadOnlyList<HistoryRun> history, IsoDayOfWeek weekStart, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)weekStart, (int)IsoDayOfWeek.Monday, nameof(weekStart));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)weekStart, (int)IsoDayOfWeek.Sunday, nameof(weekStart));

        var activities = history.Where(run => run.AddsLoad && run.Metrics.LocalDate <= through).Order(HistoryRun.ByStart).ToList();
        var runs = activities.FindAll(run => run.Counts);
        if (runs.Count == 0)
        {
            return [];
        }

        var byWeek = activities.ToLookup(run => TrainingWeek.Of(run.Metrics.LocalDate, weekStart));
        var sessionsByWeek = TrainingSession.Of(runs).ToLookup(session => TrainingWeek.Of(session.Day, weekStart));
        var weeks = new List<WeeklyLoad>();
        // Across the date line the first run need not have the first local day.
        var firstDay = runs.Min(run => run.Metrics.LocalDate);
        for (var week = TrainingWeek.Of(firstDay, weekStart); week.FirstDay <= through; week = week.Next)
        {
            weeks.Add(AddUp(week, byWeek[week], sessionsByWeek[week], weeks, firstDay));
        }

        return weeks;
    }

    private static WeeklyLoad AddUp(
        TrainingWeek week, IEnumerable<HistoryRun> activities, IEnumerable<TrainingSession> sessions, List<WeeklyLoad> before, LocalDate firstDay)
    {
        var totals = RunTotals.Of(activities.Where(run => run.Counts));
        var allKnown = totals.UnknownDistances == 0;
        return new()
        {
            Week = week,
            Runs = totals.Runs,
            UnknownDistances = totals.UnknownDistances,
            UnknownLoads = activities.Count(run => run.Load.KneeKilometres is null),
            Distance = totals.Distance,
            Timer = totals.Timer,
            KneeKilometres = new(activities.Sum(run => run.Load.KneeKilometres?.Value ?? 0)),
            Steps = totals.Steps,
            Longest = sessions.Max(session => session.Distance),
            GrowthOnLastWeek = allKnown ? GrowthOn(before.TakeLast(1).ToList(), 1, 1, totals.Distance) : null,
            GrowthOnFourWeeks = allKnown && Period.DaysBetween(firstDay, week.LastDay) >= Choices.WeekFromDay.Value
                ? GrowthOn(before.TakeLast(UsualWeeks).ToList(), UsualWeeks, LeastUsualWeeksWithRun, totals.Distance)
                : null,
            HardShare = totals.HardShare,
            Hard = totals.Hard,
            HeelShare = totals.HeelShare,
            CadenceAtOwnPace = totals.CadenceAtOwnPace,
            Descent = totals.Descent,
            Downhill = totals.Downhill,
        };
    }

    // Before the first run there is no week, so that the first weeks of a history have no usual to grow on.
    // A week that holds an unknown distance can say nothing of growth.
    private static Fraction? GrowthOn(List<WeeklyLoad> usual, int weeks, int leastWithRun, Distance distance)
    {
        var ran = usual.FindAll(week => week.Runs > 0);
        if (usual.Count < weeks || ran.Count < leastWithRun || usual.Exists(week => week.UnknownDistances > 0))
        {
            return null;
        }

        var median = ran.Select(week => week.Distance.Metres).Median();
        return median > 0 ? new((distance.Metres / median) - 1) : null;
    }
}
