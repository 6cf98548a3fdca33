using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Walking within a run: slow, with a low cadence, for a while.</summary>
public sealed class GaitsTests
{
    private static double WalkedShare(double speed, double? cadence)
    {
        var made = MadeActivity.Lasting(600).Speed(speed);
        var run = (cadence is { } steps ? made.Cadence(steps) : made).Analyse();
        return run.Metrics.Walking!.Value / run.Metrics.Distance!.Value;
    }

    [Theory]
    [InlineData(1.7, 120, 1)]
    [InlineData(1.7, 148, 0)]
    [InlineData(2.3, 120, 0)]
    public void Walking_is_slow_with_few_steps(double speed, double cadence, double share) => Assert.Equal(share, WalkedShare(speed, cadence), 3);

    [Fact]
    public void Between_walking_and_running_the_share_falls_bit_by_bit()
    {
        var bySpeed = Enumerable.Range(0, 9).Select(i => WalkedShare(1.8 + (0.05 * i), 120)).ToList();
        var byCadence = Enumerable.Range(0, 11).Select(i => WalkedShare(1.7, 126 + (2 * i))).ToList();

        Assert.Equal(bySpeed.OrderDescending(), bySpeed);
        Assert.Equal(byCadence.OrderDescending(), byCadence);
        Assert.InRange(bySpeed[4], 0.3, 0.7);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(1.79)]
    [InlineData(1.81)]
    public void Without_cadence_an_even_shuffle_stays_a_run(double speed) => Assert.Equal(0, WalkedShare(speed, null));

    [Fact]
    public void Without_cadence_slow_stretches_beside_clear_running_are_walks()
    {
        var run = MadeActivity.Lasting(1200).Speed(s => s % 300 < 180 ? 2.6 : 1.4).Analyse();

        Assert.InRange(run.Metrics.Walking!.Value.Metres, 500, 700);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(120.0)]
    [InlineData(135.0)]
    [InlineData(164.0)]
    public void No_load_jumps_over_speed_in_steps_of_a_hundredth(double? cadence) => AssertSmooth(
        Enumerable.Range(140, 200).Select(i => Load(i / 100.0, cadence)));

    [Theory]
    [InlineData(1.6)]
    [InlineData(1.9)]
    [InlineData(2.0)]
    [InlineData(2.1)]
    [InlineData(2.78)]
    public void No_load_jumps_over_cadence_in_steps_of_half_a_step(double speed) => AssertSmooth(
        Enumerable.Range(180, 200).Select(i => Load(speed, i / 2.0)));

    [Fact]
    public void A_wrist_on_a_pram_counts_too_few_steps_to_be_believed()
    {
        var run = MadeActivity.Lasting(1200).Speed(2.6).Cadence(82).Analyse();

        Assert.Null(run.Metrics.Cadence);
        Assert.Null(run.Metrics.Steps);
        Assert.Equal(Load(2.6, null), Load(2.6, 82), 9);
    }

    private static double Load(double speed, double? cadence)
    {
        var made = MadeActivity.Lasting(600).Speed(speed);
        var run = (cadence is { } steps ? made.Cadence(steps) : made).Analyse();
        return KneeLoadModel.LoadOf(run.Cells, CadenceLineFit.Population).Value / run.Metrics.Distance!.Value.Kilometres;
    }

    private static void AssertSmooth(IEnumerable<double> loads)
    {
        var all = loads.ToList();
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.97, 1.03));
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
