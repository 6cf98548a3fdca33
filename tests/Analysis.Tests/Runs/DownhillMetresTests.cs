using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>When gradient is measured, and how downhill metres part.</summary>
public sealed class DownhillMetresTests
{
    [Fact]
    public void Without_altitude_the_gradient_is_not_measured()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Analyse();

        Assert.False(run.Metrics.GradientMeasured);
        Assert.Null(run.Metrics.Ascent);
        Assert.Null(run.Metrics.Downhill);
        Assert.All(run.Cells.Cells, cell => Assert.Null(cell.GradientBin));
        Assert.Contains(RunLack.Gradient, run.Metrics.Lacks);
    }

    [Theory]
    [InlineData("treadmill")]
    [InlineData("track")]
    public void On_treadmill_and_track_altitude_says_nothing(string subSport)
    {
        var run = MadeActivity.Lasting(600).Speed(3).Gradient(4).With(a => a with { SubSport = subSport }).Analyse();

        Assert.True(run.Metrics.IsRun);
        Assert.False(run.Metrics.GradientMeasured);
    }

    [Fact]
    public void Downhill_metres_part_at_2_5_and_10_percent()
    {
        var run = MadeActivity.Lasting(4000).Speed(3);
        run.Field(RecordField.EnhancedAltitude, [.. Profile(3, (1000, -0.01), (1000, -0.03), (1000, -0.07), (1000, -0.15))]);

        var downhill = run.With(a => a with { AltitudeSource = AltitudeSource.Barometer }).Analyse().Metrics.Downhill!.Value;

        Assert.Equal(3000, downhill.Gentle.Metres, 60.0);
        Assert.Equal(3000, downhill.Moderate.Metres, 60.0);
        Assert.Equal(3000, downhill.Steep.Metres, 60.0);
    }

    private static IEnumerable<double> Profile(double metresPerSecond, params (int Seconds, double Slope)[] parts)
    {
        var altitude = 1000.0;
        yield return altitude;
        foreach (var (seconds, slope) in parts)
        {
            for (var i = 0; i < seconds; i++)
            {
                yield return altitude += slope * metresPerSecond;
            }
        }
    }
}
