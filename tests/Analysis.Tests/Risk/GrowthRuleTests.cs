using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The last 7 days against the mean of the four blocks before: its bounds and its disclaimer.</summary>
public sealed class GrowthRuleTests
{
    /// <summary>10 km in two equal runs in each of the four blocks before, so that runs of 5 km are no spike.</summary>
    private static List<HistoryRun> FourBlocks(double kilometresEach = 10) =>
        [.. Steady(kilometresEach / 2, every: 7, from: 33, to: 12), .. Steady(kilometresEach / 2, every: 7, from: 30, to: 9)];

    private static List<HistoryRun> ThisWeek(double kilometres) =>
        [Run(6, kilometres / 4), Run(4, kilometres / 4), Run(2, kilometres / 4), Run(0, kilometres / 4)];

    [Theory]
    [InlineData(24.0, 0)]
    [InlineData(24.02, 10)]
    [InlineData(26.0, 10)]
    [InlineData(26.02, 16)]
    [InlineData(30.0, 16)]
    [InlineData(30.02, 25)]
    public void Points_begin_above_20_30_and_50_percent(double thisWeek, int points)
    {
        var row = Assess([.. FourBlocks(20), .. ThisWeek(thisWeek)]).LoadIncrease();

        Assert.Equal(points, row.Points);
        Assert.Equal(points > 0 ? LoadIncreaseKind.Growth : row.Kind, row.Kind);
    }

    [Fact]
    public void Beside_its_points_stands_that_the_same_cohort_found_no_relation()
    {
        var row = Assess([.. FourBlocks(20), .. ThisWeek(31)]).LoadIncrease();

        Assert.Equal(31_000, row.Measured);
        Assert.Equal(20_000, row.Usual);
        Assert.Contains("found no relation between growth from week to week and injury of any site", row.Note, StringComparison.Ordinal);
        Assert.Contains("1.59 (0.96 to 2.66)", row.Note, StringComparison.Ordinal);
        Assert.Contains("1.41", row.Note, StringComparison.Ordinal);
        Assert.Equal(Certainty.C, row.Science);
    }

    [Theory]
    [InlineData(7.99, 0)]
    [InlineData(8.0, 25)]
    public void Less_than_3_km_more_is_not_judged(double thisWeek, int points)
    {
        var row = Assess([.. FourBlocks(5), .. ThisWeek(thisWeek)]).LoadIncrease();

        Assert.Equal(points, row.Points);
    }

    [Fact]
    public void Three_blocks_with_a_run_are_enough_and_the_empty_one_counts_as_zero()
    {
        List<HistoryRun> history = [Run(40, 5), .. Steady(5, 7, 26, 12), .. Steady(5, 7, 23, 9), .. ThisWeek(20)];

        var row = Assess(history).LoadIncrease();

        Assert.Equal(7_500, row.Usual);
        Assert.Equal(25, row.Points);
    }

    [Fact]
    public void Two_blocks_with_a_run_are_not_enough()
    {
        List<HistoryRun> history = [Run(40, 5), .. Steady(5, 7, 19, 12), .. Steady(5, 7, 16, 9), .. ThisWeek(20)];

        var row = Assess(history).LoadIncrease();

        Assert.Equal(0, row.Points);
        Assert.Contains("fewer than three", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unknown_distance_in_35_days_and_growth_is_not_judged()
    {
        List<HistoryRun> history = [.. FourBlocks(20), .. ThisWeek(40), Run(34, null)];

        var row = Assess(history).LoadIncrease();

        Assert.Equal(0, row.Points);
        Assert.Contains("no known distance", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seventh_day_back_belongs_to_the_block_before()
    {
        List<HistoryRun> history = [.. FourBlocks(20), Run(7, 5), Run(6, 5), Run(4, 7), Run(2, 7)];

        var days = RollingDays.Compute(history, Today);

        Assert.Equal(19_000, days.Distance.Metres);
        Assert.Equal(21_250, days.UsualDistance.Metres);
    }

    [Fact]
    public void Growth_of_25_beats_a_spike_faded_to_24_and_a_half_before_rounding()
    {
        // The spike: 16 km against 10 km, 10 days old: 43 * 4 / 7 = 24.57, rounded also 25.
        List<HistoryRun> history = [.. Steady(10, 6, 70, 16), Run(10, 16), .. ThisWeek(32)];

        var row = Assess(history).LoadIncrease();

        Assert.Equal(LoadIncreaseKind.Growth, row.Kind);
        Assert.Equal(25, row.Points);
    }

    [Fact]
    public void On_a_tie_the_spike_is_shown()
    {
        var row = Assess([.. FourBlocks(20), .. ThisWeek(20)]).LoadIncrease();

        Assert.Equal(0, row.Points);
        Assert.Equal(LoadIncreaseKind.Spike, row.Kind);
    }
}
