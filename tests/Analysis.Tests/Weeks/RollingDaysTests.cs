using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>The headline: 7 days against the four blocks before.</summary>
public sealed class RollingDaysTests
{
    [Fact]
    public void Each_block_holds_its_seven_days()
    {
        HistoryRun[] history = [Run(0, 1), Run(6, 1), Run(7, 10), Run(13, 10), Run(14, 30), Run(34, 40), Run(35, 100)];

        var days = RollingDays.Compute(history, Today);

        Assert.Equal(2_000, days.Distance.Metres);
        Assert.Equal(2, days.Runs);
        Assert.Equal(30_000, days.UsualDistance.Metres);
        Assert.Equal(1, days.UsualRuns);
        Assert.Equal((20_000, 2), (days.DistanceBefore.Metres, days.RunsBefore));
        Assert.Equal(-0.9, days.GrowthOnLastWeek!.Value.Value, 12);
        Assert.Equal(2.0 / 30 - 1, days.GrowthOnUsual!.Value.Value, 12);
        Assert.Equal(3, days.BlocksWithRun);
        Assert.True(days.HasUsual);
    }

    [Fact]
    public void Walks_add_knee_kilometres_only()
    {
        var days = RollingDays.Compute([Run(0, 5), Run(1, 3, kind: RunKind.Walk), Run(8, 2, kind: RunKind.Walk)], Today);

        Assert.Equal(8, days.KneeKilometres.Value);
        Assert.Equal(0, days.UsualKneeKilometres.Value);
        Assert.Equal(1, days.Runs);
        Assert.Equal(0, days.BlocksWithRun);
        Assert.False(days.HasUsual);
    }

    [Fact]
    public void An_unknown_distance_is_said()
    {
        Assert.False(RollingDays.Compute([Run(34, null)], Today).AllDistancesKnown);
        Assert.True(RollingDays.Compute([Run(35, null)], Today).AllDistancesKnown);
    }

    [Fact]
    public void A_week_off_is_no_part_of_the_usual()
    {
        var days = RollingDays.Compute([.. new[] { 2, 9, 16, 30, 37 }.Select(ago => Run(ago, 30))], Today);

        Assert.Equal(30_000, days.UsualDistance.Metres);
        Assert.Equal(0, days.GrowthOnUsual?.Value);
    }

    [Theory]
    [InlineData(34, true)]
    [InlineData(33, false)]
    public void A_usual_needs_35_days_of_history(int first, bool known)
    {
        var days = RollingDays.Compute([Run(first, 10), Run(20, 10), Run(13, 10), Run(7, 10), Run(1, 10)], Today);

        Assert.Equal(known, days.HasUsual);
        Assert.Equal(known, days.GrowthOnUsual is not null);
    }

    [Fact]
    public void An_unknown_distance_leaves_growth_unknown() =>
        Assert.Null(RollingDays.Compute([.. Steady(10, 3, 60, 0), Run(2, null)], Today).GrowthOnLastWeek);
}
