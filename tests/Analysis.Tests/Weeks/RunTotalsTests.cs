using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

public sealed class RunTotalsTests
{
    [Theory]
    [InlineData(250, 0.125)]
    [InlineData(1000, 0.5)]
    [InlineData(3000, 0.5)]
    public void A_run_counts_as_recorded_by_its_recorded_steps_and_never_more_than_once(double recordedSteps, double share)
    {
        // Both runs have 1000 steps; a sensor that counts more of them than the watch fills its own run only.
        var totals = RunTotals.Of([Run(1, 10).Recorded(1, steps: recordedSteps), Run(2, 10)]);

        Assert.Equal(share, totals.RecordedFootStrikeShare.Value, 9);
    }
}
