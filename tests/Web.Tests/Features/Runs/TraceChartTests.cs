using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Features.Runs;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs;

public sealed class TraceChartTests
{
    private static readonly RunnerFormat Metric = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
    private static readonly RunnerFormat Imperial = new(Language.English, UnitSystem.Imperial, DateTimeZone.Utc);

    [Fact]
    public void Pace_altitude_and_distance_speak_the_runners_units()
    {
        var traces = Steady() with { AltitudeMetres = [.. Enumerable.Repeat(304.8, 61)] };

        var chart = TraceChart.Of(traces, Imperial);

        Assert.Equal(("mi", "ft"), (chart.AxisUnit, chart.HeightUnit));
        Assert.Equal(180 / 1609.344, chart.Axis[^1], 4);
        Assert.All(chart.Pace!, pace => Assert.Equal(536.4, pace!.Value));
        Assert.All(chart.Altitude!, altitude => Assert.Equal(1000, altitude));
    }

    [Fact]
    public void Standing_still_has_no_pace_and_a_gap_no_value()
    {
        var metres = Enumerable.Range(0, 61).Select(i => Math.Min(i, 20) * 3.0).ToArray();
        var heart = Enumerable.Range(0, 61).Select(i => i == 30 ? double.NaN : 140).ToArray();

        var chart = TraceChart.Of(Steady() with { DistanceMetres = metres, HeartRateBeatsPerMinute = heart }, Metric);

        Assert.Equal(333.3, chart.Pace![10]);
        Assert.Null(chart.Pace[50]);
        Assert.Null(chart.HeartRate![30]);
        Assert.Null(chart.Cadence);
    }

    [Fact]
    public void Without_distance_the_axis_is_time_and_there_is_no_pace()
    {
        var chart = TraceChart.Of(Steady() with { DistanceMetres = null }, Metric);

        Assert.Equal("min", chart.AxisUnit);
        Assert.Equal(1, chart.Axis[^1]);
        Assert.Null(chart.Pace);
    }

    [Fact]
    public void The_axis_never_goes_back()
    {
        var axis = RunTraces.Advancing([0, 5, double.NaN, 3, 8]);

        Assert.Equal([0, 5, 5, 5, 8], axis);
    }

    private static RunTraces Steady() => new()
    {
        Seconds = [.. Enumerable.Range(0, 61).Select(i => (double)i)],
        DistanceMetres = [.. Enumerable.Range(0, 61).Select(i => i * 3.0)],
    };
}
