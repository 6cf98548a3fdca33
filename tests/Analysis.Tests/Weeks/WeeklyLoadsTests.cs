using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>Weeks of zero are weeks, growth says when it knows nothing, and each run lies in one week.</summary>
public sealed class WeeklyLoadsTests
{
    private static IReadOnlyList<WeeklyLoad> Weeks(params HistoryRun[] history) => WeeklyLoads.Compute(history, IsoDayOfWeek.Monday, Today);

    [Fact]
    public void CL_08_Before_the_first_run_there_is_no_week() => Assert.Empty(Weeks());

    [Fact]
    public void A_walk_alone_makes_no_week() => Assert.Empty(Weeks(Run(3, 5, kind: RunKind.Walk)));

    [Fact]
    public void A_week_without_runs_is_a_week_of_zero()
    {
        var weeks = Weeks(Run(20, 5), Run(0, 7));

        Assert.Equal([1, 0, 1], weeks.Select(week => week.Runs));
        Assert.Equal([5_000, 0, 7_000], weeks.Select(week => week.Distance.Metres));
        Assert.Equal([new LocalDate(2026, 6, 8), new(2026, 6, 15), new(2026, 6, 22)], weeks.Select(week => week.Week.FirstDay));
        Assert.Null(weeks[1].Longest);
    }

    [Fact]
    public void Weeks_go_on_to_today_after_the_last_run() => Assert.Equal(5, Weeks(Run(28, 5)).Count);

    [Fact]
    public void CL_07_Late_Sunday_run_in_Auckland_stays_in_that_week()
    {
        var auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        var start = auckland.AtStrictly(new LocalDateTime(2026, 6, 28, 23, 50)).ToInstant();

        var week = Assert.Single(WeeklyLoads.Compute([RunAt(start, new(2026, 6, 28), 5)], IsoDayOfWeek.Monday, Today));

        Assert.Equal(new LocalDate(2026, 6, 22), week.Week.FirstDay);
    }

    [Fact]
    public void Runs_after_the_day_are_left_out() => Assert.Empty(Weeks(Run(-1, 5)));

    [Fact]
    public void CL_08_Growth_on_last_week_is_null_when_last_week_holds_no_run()
    {
        var weeks = Weeks(Run(20, 5), Run(6, 7), Run(0, 3));

        Assert.Equal([null, -1.0, null], weeks.Select(week => week.GrowthOnLastWeek?.Value));
    }

    [Fact]
    public void Growth_on_last_week_is_this_over_last_minus_one() =>
        Assert.Equal(0.4, Weeks(Run(7, 5), Run(0, 7))[^1].GrowthOnLastWeek!.Value.Value, 12);

    [Theory]
    [InlineData(new[] { 35, 28, 21, 14, 7 }, 0.0)]
    [InlineData(new[] { 34, 28, 21, 14 }, 0.0)]
    [InlineData(new[] { 35, 28, 21 }, null)]
    [InlineData(new[] { 28, 21, 14, 7 }, null)]
    public void Growth_on_four_weeks_needs_35_days_and_three_weeks_with_a_run(int[] daysAgo, double? growth)
    {
        var week = Weeks([.. daysAgo.Select(days => Run(days, 10)), Run(0, 10)])[^1];

        Assert.Equal(growth.HasValue, week.GrowthOnFourWeeks.HasValue);
        Assert.Equal(growth ?? 0, week.GrowthOnFourWeeks?.Value ?? 0, 12);
    }

    [Fact]
    public void An_unknown_distance_leaves_growth_unknown()
    {
        var week = Weeks(Run(7, 5), Run(1, null), Run(0, 7))[^1];

        Assert.Null(week.GrowthOnLastWeek);
        Assert.Equal(1, week.UnknownDistances);
        Assert.Equal(7_000, week.Distance.Metres);
    }

    [Fact]
    public void Walks_add_knee_kilometres_and_nothing_else()
    {
        var week = Weeks(Run(1, 5), Run(0, 3, kind: RunKind.Walk))[^1];

        Assert.Equal(1, week.Runs);
        Assert.Equal(5_000, week.Distance.Metres);
        Assert.Equal(8, week.KneeKilometres.Value);
    }

    [Fact]
    public void Duplicates_other_sports_and_short_runs_count_nowhere()
    {
        var week = Weeks(Run(1, 5, key: "a"), Run(1, 5) with { DuplicateOf = "a" }, Run(0, 0.05, kind: RunKind.TooShort), Run(0, 40, kind: RunKind.Other))[^1];

        Assert.Equal(1, week.Runs);
        Assert.Equal(5, week.KneeKilometres.Value);
    }

    [Fact]
    public void Longest_is_a_session() =>
        Assert.Equal(new Distance(9_000), Weeks(Run(0, 5), Run(0, 4, hour: 8.6), Run(2, 8))[^1].Longest);

    [Fact]
    public void Shares_are_taken_over_metres_and_steps()
    {
        var week = Weeks(
            Run(2, 5).OnGround(3_000, 1_000, 1_000, 1_000).Recorded(1, steps: 300),
            Run(1, 5).OnGround(4_000, 0, 1_000, 3_000).Recorded(0.5, steps: 100),
            Run(0, 5))[^1];

        Assert.Equal(0.5, week.HardShare?.Value);
        Assert.Equal(new Distance(4_000), week.Hard);
        Assert.Equal(0.875, week.HeelShare?.Value);
    }

    [Fact]
    public void Cadence_at_own_pace_is_weighted_by_moving_time()
    {
        HistoryRun With(HistoryRun run, double cadence) => run with { Load = run.Load with { CadenceAtOwnPace = new(cadence) } };

        var week = Weeks(With(Run(1, 3), 160), With(Run(0, 9), 172), Run(2, 50))[^1];

        Assert.Equal(169, week.CadenceAtOwnPace!.Value.StepsPerMinute, 9);
    }

    [Fact]
    public void What_no_run_measured_is_null()
    {
        var week = Weeks(Run(0, 5))[^1];

        Assert.Null(week.Steps);
        Assert.Null(week.HardShare);
        Assert.Null(week.Hard);
        Assert.Null(week.HeelShare);
        Assert.Null(week.CadenceAtOwnPace);
        Assert.Null(week.Descent);
        Assert.Null(week.Downhill);
    }

    [Fact]
    public void Any_order_of_uploads_gives_the_same_weeks() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var runs = numbers.Select((number, i) => Run(Math.Abs(number % 90), 1 + (Math.Abs(number % 97) / 7.0), key: $"{i}")).ToList();
            return Weeks([.. runs]).SequenceEqual(Weeks([.. Enumerable.Reverse(runs)]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_day_of_the_week_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WeeklyLoads.Compute([], IsoDayOfWeek.None, Today));
}
