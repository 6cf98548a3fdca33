using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Loads;

/// <summary>Cadence of a run by speed and slope.</summary>
public sealed class CadenceBandTests
{
    [Fact]
    public void Cadence_stands_by_slope_and_speed()
    {
        var bands = CadenceBand.Of(new(
        [
            Run(27, 0, 600, 1600), Run(29, 1, 300, 810), Run(32, 0, 600, 1700), Run(28, -4, 120, 330), Run(28, 2, 120, 310),
        ]));

        Assert.Equal(
            [(Slope.Down, 2.5, 165), (Slope.Level, 2.5, 160.667), (Slope.Level, 3.0, 170), (Slope.Up, 2.5, 155)],
            bands.Select(band => (band.Slope, band.From.MetresPerSecond, Math.Round(band.Cadence.StepsPerMinute, 3))));
        Assert.Equal(900, bands[1].Time.TotalSeconds);
    }

    [Fact]
    public void Walks_seconds_and_cadence_not_measured_are_left_out()
    {
        var bands = CadenceBand.Of(new(
        [
            Run(27, 0, 29, 80), Run(32, 0, 600, 0) with { CadenceBin = null }, Run(14, 0, 600, 1100) with { Gait = Gait.Walk },
        ]));

        Assert.Empty(bands);
    }

    [Fact]
    public void Gradient_not_measured_stands_apart()
    {
        var bands = CadenceBand.Of(new([Run(27, 0, 600, 1600) with { GradientBin = null }]));

        Assert.Equal(Slope.NotMeasured, Assert.Single(bands).Slope);
    }

    private static LoadCell Run(int speedBin, int gradientBin, double seconds, double steps) =>
        new(Gait.Run, false, speedBin, 80, gradientBin, speedBin * seconds / 10, seconds, steps);

    [Fact]
    public void Half_a_minute_is_enough_and_a_degree_is_level()
    {
        var bands = CadenceBand.Of(new([Run(27, -1, 15, 40), Run(27, 1, 15, 40)]));

        var band = Assert.Single(bands);
        Assert.Equal((Slope.Level, 2.5, 3.0), (band.Slope, band.From.MetresPerSecond, band.To.MetresPerSecond));
        Assert.Equal((30, 160), (band.Time.TotalSeconds, band.Cadence.StepsPerMinute));
    }
}
