using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The score's conditions, limits and levels, and the laws that hold for any history.</summary>
public sealed class RiskModelTests
{
    private static List<HistoryRun> Calm => Steady(10, every: 4, from: 62, to: 2);

    [Theory]
    [InlineData(2008, RiskLevel.NoScoreUnder18)]
    [InlineData(2007, RiskLevel.Low)]
    [InlineData(null, RiskLevel.Low)]
    public void There_is_no_score_until_the_end_of_the_year_of_the_18th_birthday(int? birthYear, RiskLevel level)
    {
        var assessment = Assess(Calm, new() { BirthYear = birthYear });

        Assert.Equal(level, assessment.Level);
        Assert.Equal(level is RiskLevel.NoScoreUnder18, assessment.Score is null);
    }

    [Theory]
    [InlineData(2026, 12, 31, true)]
    [InlineData(2027, 1, 1, false)]
    public void On_new_year_after_the_18th_birthday_the_score_begins(int year, int month, int day, bool without)
    {
        var asOf = new LocalDate(year, month, day);

        var assessment = Assess([], new() { BirthYear = 2008 }, asOf);

        Assert.Equal(without, assessment.Level is RiskLevel.NoScoreUnder18);
    }

    [Fact]
    public void Under_18_comes_before_a_red_flag_and_the_gate_is_shown_all_the_same()
    {
        var assessment = Assess(Calm, new() { BirthYear = 2015 }, null, Entry(1) with { RedFlags = RedFlags.Locking });

        Assert.Equal(RiskLevel.NoScoreUnder18, assessment.Level);
        Assert.Equal(GateAction.SeeADoctor, assessment.Gate?.Action);
    }

    [Fact]
    public void Two_runs_are_not_enough() => Assert.Equal(RiskLevel.NotEnoughData, Assess([Run(20, 5), Run(1, 5)]).Level);

    [Fact]
    public void No_runs_are_not_enough() => Assert.Equal(RiskLevel.NotEnoughData, Assess([]).Level);

    [Theory]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void Of_the_three_runs_none_may_be_120_days_old(int first, bool scored) =>
        Assert.Equal(scored, Assess([Run(first, 5), Run(50, 5), Run(1, 5)]).Score is not null);

    [Theory]
    [InlineData(13, RiskLevel.NotEnoughData)]
    [InlineData(14, RiskLevel.Low)]
    public void A_history_begins_to_be_judged_on_its_14th_day(int first, RiskLevel level) =>
        Assert.Equal(level, Assess([Run(first, 5), Run(5, 5), Run(1, 5)]).Level);

    [Fact]
    public void After_a_gap_of_120_days_the_first_day_is_that_of_the_new_history() =>
        Assert.Equal(RiskLevel.NotEnoughData, Assess([Run(200, 5), Run(133, 5), Run(13, 5), Run(5, 5), Run(1, 5)]).Level);

    [Theory]
    [InlineData(29, 0, RiskLevel.Low)]
    [InlineData(30, 23.9, RiskLevel.NoRecentRuns)]
    public void Thirty_times_24_hours_before_the_end_of_the_day_runs_are_no_longer_recent(int daysAgo, double hour, RiskLevel level) =>
        Assert.Equal(level, Assess([Run(60, 5), Run(50, 5), Run(daysAgo, 5, hour)]).Level);

    [Fact]
    public void The_day_ends_at_midnight_where_the_runner_is()
    {
        // 23:30 in Berlin's winter, 30 days before a summer day: the clocks went forward, so it is 29 days and 23.5 hours before midnight.
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var asOf = new LocalDate(2026, 4, 10);
        var last = berlin.AtStrictly(new LocalDateTime(2026, 3, 11, 23, 30)).ToInstant();
        List<HistoryRun> history =
        [
            RunAt(last - Duration.FromDays(20), new(2026, 2, 19), 5), RunAt(last - Duration.FromDays(10), new(2026, 3, 1), 5), RunAt(last, new(2026, 3, 11), 5),
        ];

        Assert.Equal(RiskLevel.Low, Assess(history, new() { Zone = berlin }, asOf).Level);
        Assert.Equal(RiskLevel.NoRecentRuns, Assess(history, new() { Zone = DateTimeZone.ForOffset(Offset.FromHours(1)) }, asOf).Level);
    }

    [Fact]
    public void A_run_just_after_midnight_belongs_to_the_next_day()
    {
        List<HistoryRun> history = [.. Calm, Run(-1, 40, hour: 0.01)];

        Assert.Equal(0, Assess(history).Score);
        Assert.True(Assess(history, null, Today.PlusDays(1)).Score > 60);
    }

    [Fact]
    public void The_rows_at_their_most_make_100()
    {
        var history = Steady(10, 4, 62, 2).Append(Run(0, 30)).Select(run => run.OnGround(10_000, 0, 0, 10_000).Recorded(1)).ToList();

        var assessment = Assess(history);

        Assert.Equal(100, assessment.Score);
        Assert.Equal([85, 9, 6], assessment.Factors.Where(row => row.Counts).Select(row => row.Points));
        Assert.Equal(RiskLevel.High, assessment.Level);
    }

    [Theory]
    [InlineData(null, 34, 68)]
    [InlineData(0, 23, 62)]
    [InlineData(365, 23, 62)]
    [InlineData(366, 34, 68)]
    [InlineData(-1, 34, 68)]
    public void An_injury_lowers_the_limits_for_a_year(int? daysAgo, int elevated, int high)
    {
        LocalDate? day = daysAgo is { } days ? Today.PlusDays(-days) : null;

        Assert.All(
            [Assess(Calm, new() { KneeInjury = day }), Assess(Calm, new() { OtherInjury = day })],
            assessment => Assert.Equal((elevated, high), (assessment.ElevatedFrom, assessment.HighFrom)));
    }

    [Theory]
    [InlineData(8, false, RiskLevel.Elevated)]
    [InlineData(9, false, RiskLevel.Low)]
    [InlineData(9, true, RiskLevel.Elevated)]
    [InlineData(10, true, RiskLevel.Low)]
    public void The_level_follows_the_limits(int spikeAge, bool injured, RiskLevel level)
    {
        // 48 points fade to 36, 24 and 12 on days 8 to 10.
        List<HistoryRun> history = [.. Steady(10, 5, 80, spikeAge + 1), Run(spikeAge, 15)];

        var assessment = Assess(history, new() { KneeInjury = injured ? Today : null });

        Assert.Equal(level, assessment.Level);
        Assert.Equal(SetBy.LongestRun, assessment.SetBy);
    }

    [Fact]
    public void Every_row_is_there_also_with_no_points()
    {
        var assessment = Assess(Calm);

        Assert.Equal(Enum.GetValues<FactorId>(), assessment.Factors.Select(row => row.Id));
        Assert.Equal("2", assessment.ModelVersion);
        Assert.Equal(SetBy.Nothing, assessment.SetBy);
    }

    [Fact]
    public void The_largest_of_the_four_measures_counts_alone()
    {
        // 10 km on most days, then every day: a week of 50 becomes 70, and nothing is longer.
        var history = Enumerable.Range(0, 70).Where(ago => ago < 7 || ago % 7 < 5).Select(ago => Run(ago, 10)).ToList();

        var assessment = Assess([.. history.Skip(1), Run(0, 11.4)]);

        Assert.Equal([FactorId.Week, FactorId.HardSurface, FactorId.HeelStrike], assessment.Factors.Where(row => row.Counts).Select(row => row.Id));
        Assert.Equal(19, assessment.Rows!.LongestRun.Points);
        Assert.Equal(23, assessment.Rows.Week.Points);
    }

    [Fact]
    public void Any_order_of_the_history_gives_the_same_assessment() =>
        Prop.ForAll(RandomHistories(), history =>
        {
            var inOrder = Assess(history);
            var shuffled = Assess([.. history.OrderBy(run => (run.Key.GetHashCode(StringComparison.Ordinal) * 31) % 101)]);
            var reversed = Assess([.. Enumerable.Reverse(history)]);
            return Same(inOrder, shuffled) && Same(inOrder, reversed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_add_up_to_the_score_which_stays_within_0_and_100() =>
        Prop.ForAll(RandomHistories(), history =>
        {
            var assessment = Assess(history);
            return assessment.Score is null
                ? assessment.Factors.Count == 0
                : assessment.Score == assessment.Factors.Where(row => row.Counts).Sum(row => row.Points)
                    && assessment.Score is >= 0 and <= 100
                    && assessment.Factors.Count(row => row.Counts && row.IsLoadMeasure) == 1
                    && assessment.Factors.All(row => row.Points >= 0 && row.Points <= row.MostPoints)
                    && assessment.Factors.All(row => row.Measurement is not MeasurementQuality.None || row is { Points: 0, NotJudged: not null });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_after_the_day_change_nothing() =>
        Prop.ForAll(RandomHistories(), history =>
            Same(Assess(history), Assess([.. history, Run(-1, 42, hour: 1), Run(-200, 10)]))).QuickCheckThrowOnFailure();

    private static Arbitrary<List<HistoryRun>> RandomHistories()
    {
        var run =
            from daysAgo in Gen.Choose(0, 200)
            from minute in Gen.Choose(0, 1439)
            from metres in Gen.Choose(-2000, 30_000)
            from hard in Gen.Choose(0, 100)
            select Run(daysAgo, metres < 100 ? null : metres / 1000.0, minute / 60.0, $"{daysAgo}/{minute}/{metres}/{hard}")
                .OnGround(Math.Max(metres, 0), 10, 20, Math.Max(metres, 0) * hard / 100.0);
        return Gen.ListOf(run).Select(runs => runs.DistinctBy(one => one.Key).ToList()).ToArbitrary();
    }

    private static bool Same(RiskAssessment left, RiskAssessment right) =>
        left with { Information = [], Ceiling = right.Ceiling } == right with { Information = [] }
        && left.Information.SequenceEqual(right.Information)
        && left.Ceiling with { Bands = [] } == right.Ceiling with { Bands = [] }
        && left.Ceiling.Bands.SequenceEqual(right.Ceiling.Bands);

    [Fact]
    public void A_score_at_the_limit_is_elevated()
    {
        // Four weeks of four times 5 km, then six times 5.02: over half as much again, and no run is longer than usual.
        var history = Enumerable.Range(1, 4).SelectMany(week => new[] { 0, 2, 4, 6 }.Select(day => Run((7 * week) + day, 5)))
            .Concat(Enumerable.Range(0, 6).Select(day => Run(day, 5.02))).ToList();

        var assessment = Assess(history);

        Assert.Equal((34, RiskLevel.Elevated, SetBy.Week), (assessment.Score, assessment.Level, assessment.SetBy));
    }

    [Fact]
    public void A_walk_of_the_day_lifts_a_hold_and_a_ride_does_not()
    {
        var calm = Steady(10, 4, 62, 2);
        DiaryEntry[] diary = [Entry(5, 4, true), Entry(0, 0)];

        Assert.Null(Assess([.. calm, Run(0, 5, kind: RunKind.Walk)], null, null, diary).Gate);
        Assert.NotNull(Assess([.. calm, Run(0, 20, kind: RunKind.Other)], null, null, diary).Gate);
    }
}
