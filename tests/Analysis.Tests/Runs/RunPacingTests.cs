using KneeLoad.Analysis.Runs;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>The pace at a run's beginning and end, and the change of cadence over it.</summary>
public sealed class RunPacingTests
{
    [Fact]
    public void Warm_up_is_the_mean_of_the_first_10_minutes_over_the_median_of_the_rest()
    {
        var run = MadeActivity.Lasting(3600).Speed(s => s < 600 ? 2.5 : 3.125).Analyse().Metrics;

        Assert.Equal(0.8, run.WarmUpRatio!.Value.Value, 0.003);
    }

    [Fact]
    public void Cool_down_is_the_mean_of_the_last_5_minutes_over_the_median_of_the_rest()
    {
        var run = MadeActivity.Lasting(3600).Speed(s => s >= 3300 ? 2.4 : 3).Analyse().Metrics;

        Assert.Equal(0.8, run.CoolDownRatio!.Value.Value, 0.003);
    }

    [Fact]
    public void The_final_minute_shows_an_abrupt_stop()
    {
        var abrupt = MadeActivity.Lasting(3600).Speed(3).Analyse().Metrics;
        var eased = MadeActivity.Lasting(3600).Speed(s => s >= 3540 ? 1.5 : 3).Analyse().Metrics;

        Assert.Equal(1, abrupt.FinalMinuteRatio!.Value.Value, 6);
        Assert.Equal(0.5, eased.FinalMinuteRatio!.Value.Value, 0.05);
    }

    [Fact]
    public void A_run_without_10_minutes_beside_says_nothing()
    {
        var tooShort = MadeActivity.Lasting(1199).Speed(3).Analyse().Metrics;
        var longEnough = MadeActivity.Lasting(1200).Speed(3).Analyse().Metrics;

        Assert.Null(tooShort.WarmUpRatio);
        Assert.NotNull(tooShort.CoolDownRatio);
        Assert.NotNull(longEnough.WarmUpRatio);
    }

    [Fact]
    public void Pauses_are_no_part_of_the_first_10_minutes()
    {
        var run = MadeActivity.Lasting(4200).Speed(s => s < 300 || (s >= 900 && s < 1200) ? 2.4 : s < 900 ? 0 : 3).Pause(300, 900).Analyse().Metrics;

        Assert.Equal(0.8, run.WarmUpRatio!.Value.Value, 0.01);
    }

    [Fact]
    public void Drift_compares_thirds_at_the_same_speed_and_gradient()
    {
        // Cadence falls by 6 at 3 m/s; the faster middle and end do not count against it.
        var run = MadeActivity.Lasting(3600).Speed(s => s >= 1800 && s < 3000 ? 4 : 3).Cadence(s => s < 1800 ? 170 : s < 3000 ? 185 : 164).Gradient(
            0).Analyse().Metrics;

        Assert.Equal(-6, run.CadenceDriftStepsPerMinute!.Value, 0.5);
    }

    [Fact]
    public void Without_common_ground_there_is_no_drift()
    {
        var run = MadeActivity.Lasting(3600).Speed(s => s < 1800 ? 2.5 : 3.5).Cadence(170).Analyse().Metrics;

        Assert.Null(run.CadenceDriftStepsPerMinute);
    }

    [Fact]
    public void Without_distance_nothing_is_said_of_pace()
    {
        var run = MadeActivity.Lasting(3600).Cadence(170).Analyse().Metrics;

        Assert.Null(run.WarmUpRatio);
        Assert.Null(run.CoolDownRatio);
        Assert.Null(run.FinalMinuteRatio);
        Assert.Null(run.CadenceDriftStepsPerMinute);
    }
}
