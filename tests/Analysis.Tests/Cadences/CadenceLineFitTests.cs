using KneeLoad.Analysis.Cadences;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Cadences;

public sealed class CadenceLineFitTests
{
    [Fact]
    public void Without_a_point_the_populations_line_holds()
    {
        Assert.Equal(CadenceLineFit.Population, CadenceLineFit.Through([], []));
        Assert.Equal(new CadenceLine(129.2, 11.9, IsOwn: false), CadenceLineFit.Population);
    }

    [Fact]
    public void A_line_gives_the_cadence_at_a_speed() => Assert.Equal(new Cadence(129.2 + (11.9 * 3)), CadenceLineFit.Population.At(new Speed(3)));

    [Fact]
    public void A_single_point_moves_the_populations_line_through_it()
    {
        var line = CadenceLineFit.Through([3], [170]);

        Assert.True(line.IsOwn);
        Assert.Equal(11.9, line.SlopeStepsPerMinutePerMetrePerSecond);
        Assert.Equal(170, line.At(new Speed(3)).StepsPerMinute, 9);
    }

    // The speeds span 0.8 m/s exactly where 2.25 and 3.05 are doubles a little more than that apart.
    [Theory]
    [InlineData(2.25, 3.06, 20)]
    [InlineData(2.25, 3.04, 11.9)]
    public void An_own_slope_needs_a_span_of_speeds(double slowest, double fastest, double slope)
    {
        var line = CadenceLineFit.Through([slowest, fastest], [150, 150 + (20 * (fastest - slowest))]);

        Assert.Equal(slope, line.SlopeStepsPerMinutePerMetrePerSecond, 9);
    }

    [Fact]
    public void One_odd_point_of_five_moves_the_line_little()
    {
        double[] speeds = [2.0, 2.5, 3.0, 3.5, 4.0];

        var line = CadenceLineFit.Through(speeds, [150, 155, 190, 165, 170]);

        Assert.Equal(10, line.SlopeStepsPerMinutePerMetrePerSecond, 9);
        Assert.Equal(130, line.InterceptStepsPerMinute, 9);
    }
}
