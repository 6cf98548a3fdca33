using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Points of a spike, how long they hold, which spike is shown.</summary>
public sealed class SpikeRuleTests
{
    /// <summary>10 km every day up to yesterday: base 10 km, and so much a week that one run more is no growth.</summary>
    private static List<HistoryRun> Usual => Steady(10, every: 1, from: 62, to: 1);

    [Theory]
    [InlineData(10.0, 0)]
    [InlineData(11.0, 0)]
    [InlineData(11.001, 43)]
    [InlineData(13.0, 43)]
    [InlineData(20.0, 43)]
    [InlineData(20.001, 75)]
    [InlineData(42.2, 75)]
    public void Points_follow_the_published_bands(double kilometres, int points)
    {
        var row = Assess([.. Usual, Run(0, kilometres)]).LoadIncrease();

        Assert.Equal(points, row.Points);
        Assert.Equal(10_000, row.Usual);
        if (points > 0)
        {
            Assert.Equal(LoadIncreaseKind.Spike, row.Kind);
            Assert.Equal(kilometres / 10, row.Ratio!.Value, 12);
            Assert.Equal(MeasurementQuality.Good, row.Measurement);
        }
    }

    [Theory]
    [InlineData(0, 43)]
    [InlineData(7, 43)]
    [InlineData(8, 37)]
    [InlineData(10, 25)]
    [InlineData(13, 6)]
    [InlineData(14, 0)]
    public void A_spike_counts_in_full_to_day_7_and_is_gone_on_day_14(int age, int points)
    {
        List<HistoryRun> history = [.. Steady(10, every: 5, from: 80, to: age + 1), Run(age, 15)];

        var row = Assess(history).LoadIncrease();

        Assert.Equal(points, row.Points);
    }

    [Fact]
    public void Of_equal_spikes_the_latest_is_shown()
    {
        List<HistoryRun> history = [.. Steady(10, every: 5, from: 62, to: 7), Run(6, 12, key: "first"), Run(1, 13.5, key: "second")];

        var row = Assess(history).LoadIncrease();

        Assert.Equal("second", row.RunKey);
        Assert.Equal(12_000, row.Usual);
    }

    [Fact]
    public void A_larger_held_spike_outweighs_a_later_small_one()
    {
        List<HistoryRun> history = [.. Steady(10, every: 5, from: 62, to: 10), Run(9, 21, key: "double"), Run(1, 10, key: "usual")];

        var row = Assess(history).LoadIncrease();

        Assert.Equal("double", row.RunKey);
        Assert.Equal(54, row.Points);
    }

    [Theory]
    [InlineData(10.77, false)]
    [InlineData(10.79, true)]
    [InlineData(11.21, true)]
    [InlineData(11.23, false)]
    public void Near_the_limit_the_row_speaks_of_the_edge(double kilometres, bool edge)
    {
        var row = Assess([.. Steady(10, every: 4, from: 62, to: 14), Run(0, kilometres)]).LoadIncrease();

        Assert.Equal(edge, row.Note.Contains("edge of what a watch can measure", StringComparison.Ordinal));
    }
}
