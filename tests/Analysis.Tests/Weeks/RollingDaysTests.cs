using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>The headline: 7 days against the mean of the four blocks before.</summary>
public sealed class RollingDaysTests
{
    [Fact]
    public void Each_block_holds_its_seven_days()
    {
        HistoryRun[] history = [Run(0, 1), Run(6, 1), Run(7, 10), Run(13, 10), Run(14, 20), Run(34, 40), Run(35, 100)];

        var days = RollingDays.Compute(history, Today);

        Assert.Equal(2_000, days.Distance.Metres);
        Assert.Equal(2, days.Runs);
        Assert.Equal(20_000, days.UsualDistance.Metres);
        Assert.Equal(1, days.UsualRuns);
        Assert.Equal(3, days.BlocksWithRun);
        Assert.True(days.HasUsual);
    }

    [Fact]
    public void Walks_add_knee_kilometres_only()
    {
        var days = RollingDays.Compute([Run(0, 5), Run(1, 3, kind: RunKind.Walk), Run(8, 2, kind: RunKind.Walk)], Today);

        Assert.Equal(8, days.KneeKilometres.Value);
        Assert.Equal(0.5, days.UsualKneeKilometres.Value);
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
}
