using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Walking within a run: slow, with a low cadence, for a while.</summary>
public sealed class GaitsTests
{
    [Theory]
    [InlineData(1.98, 139, true)]
    [InlineData(1.98, 140, false)]
    [InlineData(2.0, 139, false)]
    public void Walking_is_under_2_metres_a_second_with_under_140_steps(double speed, double cadence, bool walked)
    {
        var run = MadeActivity.Lasting(600).Speed(speed).Cadence(cadence).Analyse();

        Assert.Equal(walked ? Gait.Walk : Gait.Run, Assert.Single(run.Cells.Cells).Gait);
    }

    [Theory]
    [InlineData(1.79, true)]
    [InlineData(1.81, false)]
    public void Without_cadence_walking_is_under_1_8_metres_a_second(double speed, bool walked)
    {
        var run = MadeActivity.Lasting(600).Speed(speed).Analyse();

        Assert.Equal(walked ? Gait.Walk : Gait.Run, Assert.Single(run.Cells.Cells).Gait);
    }

    [Fact]
    public void A_cadence_of_0_is_a_filler_and_tells_nothing()
    {
        // At 1.9 m/s a measured 0 would make it a walk, an absent cadence does not.
        var run = MadeActivity.Lasting(600).Speed(1.9).Cadence(0).Analyse();

        Assert.Equal(0, run.Metrics.Walking!.Value.Metres);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_walk_lasts_at_least_10_seconds(int seconds, bool walked)
    {
        // Speed is slow throughout: cadence alone parts running from walking.
        var run = MadeActivity.Lasting(600).Speed(1.9).Cadence(s => s >= 300 && s < 300 + seconds ? 110 : 160).Analyse();

        Assert.Equal(walked, run.Metrics.Walking!.Value.Metres > 0);
    }

    [Fact]
    public void Walked_and_run_metres_stand_apart()
    {
        var run = MadeActivity.Lasting(1200).Speed(s => s < 600 ? 3 : 1.2).Cadence(s => s < 600 ? 165 : 105).Analyse();

        Assert.Equal(720, run.Metrics.Walking!.Value.Metres, 20.0);
        Assert.Equal(165, run.Metrics.Cadence!.Value.StepsPerMinute, 0.5);
        Assert.Equal((600 * 165 / 60.0) + (600 * 105 / 60.0), run.Metrics.Steps!.Value, 1e-6);
    }
}
