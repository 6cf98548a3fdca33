using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Points of a ratio: none up to 1.10, two ramps, and what is left of them as days go by.</summary>
public sealed class SpikePointsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.10, 0)]
    [InlineData(1.15, 24)]
    [InlineData(1.20, 48)]
    [InlineData(1.90, 48)]
    [InlineData(1.95, 66.5)]
    [InlineData(2.00, 85)]
    [InlineData(9, 85)]
    public void Points_rise_in_two_straight_lines(double ratio, double points) => Assert.Equal(points, SpikePoints.Of(ratio), 9);

    [Theory]
    [InlineData(2_999, 0)]
    [InlineData(3_000, 48)]
    public void Less_than_a_kilometre_more_has_no_points_whatever_the_ratio(double metres, double points) =>
        Assert.Equal(points, SpikePoints.Of(new(metres), new Distance(2_000), new(1_000), most: 48));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 0.75)]
    [InlineData(10, 0.25)]
    [InlineData(11, 0)]
    [InlineData(40, 0)]
    public void They_are_held_for_7_days_and_gone_on_the_11th(int age, double share) => Assert.Equal(share, SpikePoints.HeldAt(age));
}

public sealed class SpikeRatiosTests
{
    [Fact]
    public void Each_run_that_was_judged_has_its_distance_over_what_it_was_judged_by()
    {
        var ratios = SpikeRatios.Of([.. Steady(10, 4, 62, 2), Run(0, 12.5, key: "today")]);

        Assert.Equal(1.25, ratios["today"]);
        Assert.Equal(1, ratios[Run(2, 10).Key]);
    }

    [Fact]
    public void Runs_of_one_session_have_the_ratio_of_the_whole()
    {
        var ratios = SpikeRatios.Of([.. Steady(10, 4, 62, 2), Run(0, 5, hour: 8, key: "jog"), Run(0, 7, hour: 9, key: "race")]);

        Assert.Equal((1.2, 1.2), (ratios["jog"], ratios["race"]));
    }

    [Fact]
    public void A_run_that_was_not_judged_is_absent()
    {
        var ratios = SpikeRatios.Of([Run(60, 10, key: "first"), Run(20, null, key: "unknown"), Run(0, 10, key: "last")]);

        Assert.DoesNotContain("first", ratios.Keys);
        Assert.DoesNotContain("unknown", ratios.Keys);
        Assert.Empty(SpikeRatios.Of([]));
    }

    [Fact]
    public void A_history_after_a_long_gap_begins_anew()
    {
        var ratios = SpikeRatios.Of([.. Steady(10, 4, 262, 202), Run(60, 20, key: "again"), .. Steady(10, 4, 28, 4), Run(0, 12, key: "today")]);

        Assert.DoesNotContain("again", ratios.Keys);
        Assert.Equal(1.2, ratios["today"]);
    }

    [Fact]
    public void What_was_told_is_a_base_in_the_first_thirty_days()
    {
        var history = new[] { Run(20, 6), Run(10, 6), Run(0, 12, key: "today") };

        Assert.Equal(2, SpikeRatios.Of(history)["today"]);
        Assert.Equal(1, SpikeRatios.Of(history, new Distance(12_000))["today"]);
    }
}
