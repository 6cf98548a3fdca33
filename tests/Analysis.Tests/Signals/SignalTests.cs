using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Signals;

/// <summary>Time, way and slope, before anything is concluded from them.</summary>
public sealed class SignalTests
{
    [Fact]
    public void A_record_stands_for_the_time_to_the_next_at_most_30_seconds_and_never_across_a_pause()
    {
        var timeline = TimelineOf(MadeActivity.At(0, 1, 5, 65, 70, 100).Pause(67, 99));

        Assert.Equal([1, 4, 30, 2, 0, 0], timeline.RecordSeconds);
        Assert.Equal([1, 4, 60, 2, 0, 0], timeline.Gaps);
        Assert.Equal([0..4, 4..5, 5..6], timeline.Segments);
    }

    [Fact]
    public void Records_within_a_pause_stand_for_nothing()
    {
        var timeline = TimelineOf(MadeActivity.At(0, 10, 20, 30, 40).Pause(10, 30));

        Assert.Equal([10, 0, 0, 10, 0], timeline.RecordSeconds);
    }

    [Fact]
    public void Without_records_there_is_no_segment()
    {
        var timeline = TimelineOf(MadeActivity.At());

        Assert.Equal(0, timeline.Count);
        Assert.Empty(timeline.Segments);
    }

    [Fact]
    public void Records_without_a_time_are_left_out()
    {
        var timeline = TimelineOf(MadeActivity.At(0, double.NaN, 2).Field(RecordField.HeartRate, [100, 120, 140]), out var records);

        Assert.Equal([0, 2], timeline.Seconds);
        Assert.Equal([100, 140], timeline.Gather(records[RecordField.HeartRate])!);
    }

    [Fact]
    public void A_degree_of_latitude_is_111_2_kilometres() =>
        Assert.Equal(111_195, GreatCircle.Between(new(50, 8), new(51, 8)).Metres, 1.0);

    [Fact]
    public void The_shortest_way_crosses_the_date_line() =>
        Assert.Equal(222_390, GreatCircle.Between(new(0, 179), new(0, -179)).Metres, 2.0);

    [Fact]
    public void A_distance_column_is_bridged_in_time_and_never_falls()
    {
        var timeline = TimelineOf(MadeActivity.At(0, 1, 2, 4, 5, 6));

        var metres = DistanceStream.FromColumn(timeline, [0, double.NaN, double.NaN, 12, 11, 15], new Distance(100));

        Assert.Equal([0, 3, 6, 12, 12, 15], metres!);
    }

    [Fact]
    public void A_later_session_of_a_file_starts_at_0()
    {
        var timeline = TimelineOf(MadeActivity.At(0, 1, 2));

        Assert.Equal([0, 3, 6], DistanceStream.FromColumn(timeline, [41_500, 41_503, 41_506], new Distance(100))!);
    }

    [Fact]
    public void A_column_without_a_metre_is_no_stream()
    {
        var timeline = TimelineOf(MadeActivity.At(0, 1, 2));

        Assert.Null(DistanceStream.FromColumn(timeline, [0, 0, double.NaN], new Distance(100)));
        Assert.Null(DistanceStream.FromPositions(timeline, [50, 50, 50], [8, 8, 8]));
    }

    [Fact]
    public void Speed_is_the_slope_over_15_seconds_and_shortens_at_the_ends()
    {
        // 3 m/s up to second 20, then 5 m/s: at second 20 half of the window is slow, half fast.
        var timeline = TimelineOf(MadeActivity.Lasting(40));
        double[] metres = [.. Enumerable.Range(0, 41).Select(s => s <= 20 ? 3.0 * s : 60 + (5.0 * (s - 20)))];

        var speed = CentredSpeed.Of(timeline, metres, Choices.SpeedWindow.Value);

        Assert.Equal(3, speed[0], 9);
        Assert.Equal(3, speed[12], 9);
        Assert.Equal(4, speed[20], 9);
        Assert.Equal(5, speed[28], 9);
        Assert.Equal(5, speed[40], 9);
    }

    [Fact]
    public void Speed_does_not_look_across_a_pause()
    {
        var timeline = TimelineOf(MadeActivity.Lasting(40).Pause(19.5, 19.9));
        double[] metres = [.. Enumerable.Range(0, 41).Select(s => s < 20 ? 3.0 * s : 60 + (5.0 * (s - 20)))];

        var speed = CentredSpeed.Of(timeline, metres, Choices.SpeedWindow.Value);

        Assert.Equal(3, speed[19], 9);
        Assert.Equal(5, speed[20], 9);
    }

    [Fact]
    public void A_lone_record_has_no_speed()
    {
        var timeline = TimelineOf(MadeActivity.At(5));

        Assert.True(double.IsNaN(CentredSpeed.Of(timeline, [100], Choices.SpeedWindow.Value)[0]));
    }

    [Fact]
    public void A_straight_line_has_its_slope_everywhere() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int Slope, PositiveInt[] Steps)>(), line =>
        {
            double[] x = [.. (line.Steps ?? []).Select(step => step.Get % 20 / 2.0).Scan(40_000.0, (sum, step) => sum + step)];
            double[] y = [.. x.Select(value => line.Slope % 50 * 0.01 * value)];
            var slope = new double[x.Length];

            LocalSlope.Fit(x, y, 60, 20, slope);

            return slope.All(value => double.IsNaN(value) ? x[^1] - x[0] < 60 : Math.Abs(value - (line.Slope % 50 * 0.01)) < 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_median_is_by_time_and_of_the_part_asked_for()
    {
        var ranking = new SpeedRanking([3, 2, 4, double.NaN, 0.1], [1, 5, 1, 1, 1], from: 0.5);

        Assert.Equal(2, ranking.Median(0, 5));
        Assert.Equal(3, ranking.Median(0, 1));
        Assert.Null(ranking.Median(3, 5));
    }

    [Fact]
    public void A_mean_of_nothing_is_null()
    {
        var mean = default(WeightedMean);
        mean.Add(double.NaN, 1);
        mean.Add(5, 0);

        Assert.Null(mean.Value);
    }

    private static Timeline TimelineOf(MadeActivity made) => TimelineOf(made, out _);

    private static Timeline TimelineOf(MadeActivity made, out RecordStream records)
    {
        var activity = made.Build();
        records = activity.Records;
        return Timeline.Of(
            records,
            activity.Pauses,
            new StandRule(Choices.LongestStand.Value, Choices.ThinStand.Value, Choices.LongestThinStand.Value),
            Choices.ClockSetBack.Value);
    }
}

file static class Sequences
{
    /// <summary>Running totals, the start first.</summary>
    public static IEnumerable<double> Scan(this IEnumerable<double> source, double start, Func<double, double, double> add)
    {
        yield return start;
        foreach (var item in source)
        {
            yield return start = add(start, item);
        }
    }
}
