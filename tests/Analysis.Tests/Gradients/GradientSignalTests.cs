using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Gradients;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Gradients;

/// <summary>Gradient is a regression over a stretch of way, never a difference of two records.</summary>
public sealed class GradientSignalTests
{
    [Theory]
    [InlineData(AltitudeSource.Barometer)]
    [InlineData(AltitudeSource.Unknown)]
    public void An_even_slope_is_found_exactly_to_both_ends(AltitudeSource source)
    {
        var gradient = Of(600, m => 200 - (0.05 * m), source);

        Assert.All(gradient, degrees => Assert.Equal(-2.8624, degrees, 3));
    }

    [Fact]
    public void Noise_of_altitude_stays_flat_ground()
    {
        // 0.2 m up and down at every record is 4 degrees by raw differences.
        var gradient = Of(600, m => 100 + (Math.Round(m / 3) % 2 * 0.2), AltitudeSource.Barometer);

        Assert.All(gradient, degrees => Assert.InRange(degrees, -0.5, 0.5));
    }

    [Fact]
    public void Without_a_barometer_the_window_is_longer()
    {
        static double Bump(double m) => 100 + (m is > 900 and < 960 ? 3 : 0);

        var barometer = Of(600, Bump, AltitudeSource.Barometer).Max();
        var satellite = Of(600, Bump, AltitudeSource.Unknown).Max();

        Assert.True(barometer > 1.5 * satellite, $"{barometer} and {satellite}");
    }

    [Fact]
    public void Nothing_steeper_than_30_degrees_is_believed() =>
        Assert.All(Of(600, m => 2 * m, AltitudeSource.Barometer), degrees => Assert.Equal(30, degrees, 9));

    [Fact]
    public void A_segment_shorter_than_half_a_window_has_no_gradient() =>
        Assert.All(Of(9, m => 0.1 * m, AltitudeSource.Barometer), degrees => Assert.True(double.IsNaN(degrees)));

    [Fact]
    public void A_jump_of_altitude_across_a_pause_is_no_hill()
    {
        var activity = MadeActivity.At([.. Enumerable.Range(0, 1200).Select(i => i < 600 ? i : i + 60.0)]).Speed(3)
            .Field(RecordField.EnhancedAltitude, s => s < 600 ? 100 : 140)
            .With(a => a with { AltitudeSource = AltitudeSource.Barometer });

        var across = activity.Pause(599.5, 659.5).Analyse();

        Assert.All(across.Cells.Cells, cell => Assert.Equal(0, cell.GradientBin));
        Assert.Equal(0, across.Metrics.Ascent!.Value.Metres, 6);
    }

    [Fact]
    public void Altitude_that_is_missing_for_a_while_is_passed_over()
    {
        var gradient = Of(600, m => m is > 300 and < 330 ? double.NaN : 0.05 * m, AltitudeSource.Barometer);

        Assert.All(gradient, degrees => Assert.Equal(2.8624, degrees, 3));
    }

    [Theory]
    [InlineData("treadmill", true)]
    [InlineData("track", true)]
    [InlineData("virtual_activity", true)]
    [InlineData("trail", false)]
    [InlineData(null, false)]
    public void Indoors_and_on_the_track_altitude_says_nothing(string? subSport, bool expected) =>
        Assert.Equal(expected, GradientSignal.IsIndoorOrTrack(subSport));

    private static double[] Of(int seconds, Func<double, double> altitudeAt, AltitudeSource source)
    {
        var activity = MadeActivity.Lasting(seconds).Speed(3).Build();
        var timeline = Timeline.Of(
            activity.Records,
            [],
            new StandRule(Choices.LongestStand.Value, Choices.ThinStand.Value, Choices.LongestThinStand.Value),
            Choices.ClockSetBack.Value);
        var metres = timeline.Gather(activity.Records[RecordField.Distance])!;
        return GradientSignal.Of(timeline, metres, [.. metres.Select(altitudeAt)], source);
    }
}
