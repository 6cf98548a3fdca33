using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Today's ceiling: its base, its bands, and every reason.</summary>
public sealed class CeilingRuleTests
{
    private static List<HistoryRun> Usual => Steady(10, every: 4, from: 62, to: 2);

    [Fact]
    public void It_is_1_10_times_the_longest_of_30_days_with_the_published_bands()
    {
        var ceiling = Assess(Usual).Ceiling;

        Assert.Equal(CeilingReason.Normal, ceiling.Reason);
        Assert.Equal(new Distance(11_000), ceiling.Limit);
        Assert.Equal(new Distance(10_000), ceiling.Base);
        Assert.Equal(
            [
                new(1.30, new Distance(13_000), 1.64, 1.31, 2.05),
                new(2.00, new Distance(20_000), 1.52, 1.16, 2.00),
                new(null, null, 2.28, 1.50, 3.48),
            ],
            ceiling.Bands);
    }

    [Fact]
    public void A_jump_counts_as_1_10_times_its_own_base()
    {
        var ceiling = Assess([.. Usual, Run(1, 42, key: "marathon")]).Ceiling;

        Assert.Equal(CeilingReason.CountedLess, ceiling.Reason);
        Assert.Equal(11_000, ceiling.Base!.Value.Metres, 6);
        Assert.Equal(12_100, ceiling.Limit!.Value.Metres, 6);
        Assert.Equal("marathon", ceiling.BaseRunKey);
    }

    [Fact]
    public void A_jump_29_days_old_still_counts_as_what_it_was_allowed_to_be()
    {
        List<HistoryRun> history = [.. Steady(10, 4, 70, 30), Run(29, 42), Run(20, 10), Run(10, 10)];

        Assert.Equal(11_000, Assess(history).Ceiling.Base!.Value.Metres, 6);
    }

    [Fact]
    public void It_rises_by_at_most_a_tenth_a_week()
    {
        // Three runs a week, each a tenth longer than the last.
        List<HistoryRun> history = [.. Steady(5, 3, 70, 13), .. new[] { 12, 10, 8, 6, 4, 2 }.Select((ago, i) => Run(ago, 5 * Math.Pow(1.1, i + 1)))];

        Assert.InRange(Assess(history).Ceiling.Base!.Value.Kilometres, 5, 5 * 1.1 * 1.1);
    }

    [Fact]
    public void A_distance_run_on_three_days_counts_in_full_a_week_later()
    {
        List<HistoryRun> history = [.. Steady(5, 3, 70, 31), Run(24, 12), Run(20, 12), Run(16, 12), Run(3, 12)];

        Assert.Equal(12_000, Assess(history).Ceiling.Base!.Value.Metres, 6);
    }

    [Theory]
    [InlineData(20, 10, 30, 13.2)]
    [InlineData(13, 10, 30, null)]
    public void In_the_first_two_weeks_a_session_counts_at_most_twice_the_longest_before_it(int firstAgo, int secondAgo, double second, double? limit)
    {
        var ceiling = Assess([Run(firstAgo, 6), Run(secondAgo, second), Run(1, 6)]).Ceiling;

        Assert.Equal(limit, ceiling.Limit?.Kilometres is { } kilometres ? Math.Round(kilometres, 6) : null);
    }

    [Fact]
    public void The_told_longest_run_is_a_base_for_the_first_30_days()
    {
        var told = new RunnerProfile { LongestBefore = new(18_000) };

        var ceiling = Assess([Run(20, 6), Run(10, 6), Run(1, 6)], told).Ceiling;

        Assert.Equal((CeilingReason.Told, 19_800), (ceiling.Reason, Math.Round(ceiling.Limit!.Value.Metres, 6)));
        Assert.Equal(CeilingReason.NoData, Assess([Run(12, 6), Run(10, 6), Run(1, 6)], told).Ceiling.Reason);
        Assert.Equal(6_600, Assess([Run(31, 6), Run(10, 6), Run(1, 6)], told).Ceiling.Limit!.Value.Metres, 6);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, false)]
    public void After_a_session_of_over_90_minutes_recovery_is_said_not_to_be_in_it(int daysAgo, bool said) =>
        Assert.Equal(said, Assess([.. Steady(16, 4, 62, 9), Run(daysAgo, 16)]).Ceiling.AfterHardSession);

    [Fact]
    public void After_a_session_with_points_recovery_is_said_not_to_be_in_it() =>
        Assert.True(Assess([.. Steady(5, 4, 62, 10), Run(9, 8)]).Ceiling.AfterHardSession);

    [Fact]
    public void Before_30_days_are_full_it_is_what_there_is()
    {
        var ceiling = Assess([Run(20, 5), Run(10, 8), Run(3, 6)]).Ceiling;

        Assert.Equal(CeilingReason.WindowNotFull, ceiling.Reason);
        Assert.Equal(8_800, ceiling.Limit!.Value.Metres, 6);
    }

    [Fact]
    public void Before_a_return_it_is_half_of_the_longest_of_the_time_before()
    {
        var assessment = Assess([.. Steady(19, 5, 110, 80), Run(75, 20, key: "old"), Run(31, 5)]);

        Assert.Equal(RiskLevel.NoRecentRuns, assessment.Level);
        Assert.Equal(CeilingReason.Return, assessment.Ceiling.Reason);
        Assert.Equal(new Distance(10_000), assessment.Ceiling.Base);
        Assert.Equal("old", assessment.Ceiling.BaseRunKey);
    }

    [Theory]
    [InlineData(6, 10_000, CeilingReason.Return)]
    [InlineData(11, 11_000, CeilingReason.Normal)]
    public void After_a_return_it_is_the_larger_of_the_two(double returned, double @base, CeilingReason reason)
    {
        var ceiling = Assess([.. Steady(20, 5, 110, 80), Run(4, returned)]).Ceiling;

        Assert.Equal(@base, ceiling.Base!.Value.Metres);
        Assert.Equal(reason, ceiling.Reason);
    }

    [Fact]
    public void Hold_asks_for_no_more_than_the_usual_session_and_shows_no_bands()
    {
        List<HistoryRun> history = [.. Steady(5, 4, 62, 2), Run(28, 5), Run(13, 10), Run(11, 10), Run(9, 6)];

        var ceiling = Assess(history, null, null, Entry(1, 4, true)).Ceiling;

        Assert.Equal(CeilingReason.Hold, ceiling.Reason);
        Assert.Equal(new Distance(5_000), ceiling.Limit);
        Assert.Empty(ceiling.Bands);
    }

    [Fact]
    public void Hold_never_gives_more_than_the_ceiling_itself()
    {
        List<HistoryRun> history = [.. Steady(5, 4, 70, 30), Run(3, 20)];

        var ceiling = Assess(history, null, null, Entry(1, 4, true)).Ceiling;

        Assert.Equal(1.10 * 1.10 * 5_000, ceiling.Limit!.Value.Metres, 6);
        Assert.Equal(CeilingReason.Hold, ceiling.Reason);
    }

    [Fact]
    public void Stop_leaves_none() => AssertNone(CeilingReason.Stop, Assess(Usual, null, null, Entry(1, 7)));

    [Fact]
    public void A_pause_leaves_none_and_keeps_the_score()
    {
        var assessment = Assess(Usual, new() { Paused = true });

        AssertNone(CeilingReason.Paused, assessment);
        Assert.True(assessment.Paused);
        Assert.NotNull(assessment.Score);
    }

    [Fact]
    public void Too_few_runs_leave_none() => AssertNone(CeilingReason.NoData, Assess([Run(20, 5), Run(1, 5)]));

    [Fact]
    public void Under_18_leaves_none() => AssertNone(CeilingReason.Under18, Assess(Usual, new() { BirthYear = 2008 }));

    [Fact]
    public void Without_a_known_distance_there_is_none() =>
        AssertNone(CeilingReason.NoData, Assess([Run(20, null), Run(10, null), Run(1, null)]));

    [Theory]
    [InlineData(11_000, true, null)]
    [InlineData(11_001, false, 1.64)]
    [InlineData(13_000, false, 1.64)]
    [InlineData(13_001, false, 1.52)]
    [InlineData(20_000, false, 1.52)]
    [InlineData(20_001, false, 2.28)]
    public void A_planned_distance_is_judged_against_ceiling_and_bands(double metres, bool within, double? hazardRatio)
    {
        var planned = PlannedRun.Judge(new(metres), Assess(Usual).Ceiling);

        Assert.Equal(within, planned.WithinCeiling);
        Assert.Equal(hazardRatio, planned.Band?.HazardRatio);
        Assert.Equal(metres / 10_000, planned.Ratio);
    }

    [Fact]
    public void A_planned_distance_without_a_ceiling_is_not_judged()
    {
        var planned = PlannedRun.Judge(new(5_000), Assess([]).Ceiling);

        Assert.Null(planned.WithinCeiling);
        Assert.Null(planned.Ratio);
    }

    private static void AssertNone(CeilingReason reason, RiskAssessment assessment)
    {
        Assert.Equal(reason, assessment.Ceiling.Reason);
        Assert.Null(assessment.Ceiling.Limit);
        Assert.Null(assessment.Ceiling.Base);
        Assert.Empty(assessment.Ceiling.Bands);
    }
}

/// <summary>A distance that is not run yet against a ceiling.</summary>
public sealed class PlannedRunTests
{
    private static readonly CeilingBand Modest = new(1.30, new Distance(13_000), 1.64, 1.31, 2.05);
    private static readonly CeilingBand Double = new(null, null, 2.28, 1.50, 3.48);
    private static readonly Ceiling Ten = new(new Distance(11_000), new Distance(10_000), "run", CeilingReason.Normal, [Modest, Double]);

    [Theory]
    [InlineData(5000, 0.5)]
    [InlineData(11_000, 1.1)]
    public void Up_to_the_limit_a_run_is_within_and_in_no_band(double metres, double ratio) =>
        Assert.Equal(new PlannedRun(new Distance(metres), ratio, true, null), PlannedRun.Judge(new Distance(metres), Ten));

    [Fact]
    public void Beyond_the_limit_it_falls_into_the_first_band_that_reaches_it()
    {
        Assert.Equal((false, Modest), Judge(11_000.1));
        Assert.Equal((false, Modest), Judge(13_000));
        Assert.Equal((false, Double), Judge(13_000.1));
        Assert.Equal((false, Double), Judge(90_000));
    }

    [Fact]
    public void While_pain_asks_to_hold_there_is_no_band_to_fall_into() =>
        Assert.Equal(new PlannedRun(new Distance(12_000), 1.2, false, null), PlannedRun.Judge(new Distance(12_000), Ten with { Bands = [] }));

    [Fact]
    public void Without_a_limit_or_a_base_nothing_is_said()
    {
        var unjudged = new PlannedRun(new Distance(5000), null, null, null);

        Assert.Equal(unjudged, PlannedRun.Judge(new Distance(5000), Ten with { Limit = null }));
        Assert.Equal(unjudged, PlannedRun.Judge(new Distance(5000), Ten with { Base = null }));
    }

    [Fact]
    public void A_distance_that_is_none_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>("planned", () => PlannedRun.Judge(Distance.Zero, Ten));
        Assert.Throws<ArgumentOutOfRangeException>("planned", () => PlannedRun.Judge(new Distance(-1), Ten));
        Assert.Throws<ArgumentNullException>("ceiling", () => PlannedRun.Judge(new Distance(1), null!));
    }

    private static (bool? IsWithin, CeilingBand? Band) Judge(double metres) =>
        PlannedRun.Judge(new Distance(metres), Ten) is var planned ? (planned.WithinCeiling, planned.Band) : default;
}
