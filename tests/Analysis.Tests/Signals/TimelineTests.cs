using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Signals;

/// <summary>Records on a line of time: half a minute at most, one and a half times the usual gap where records are rare, five minutes in all.</summary>
public sealed class TimelineTests
{
    private static readonly StandRule Rule = new(Duration.FromSeconds(30), new Fraction(1.5), Duration.FromMinutes(5));

    [Fact]
    public void The_last_record_stands_for_nothing()
    {
        var timeline = Of([100, 101, 103]);

        Assert.Equal([1, 2, 0], timeline.RecordSeconds);
        Assert.Equal([0.0, 1, 3], timeline.Seconds);
        Assert.Equal(100, timeline.FirstUnixSeconds);
    }

    [Theory]
    [InlineData(-59, new[] { 0.0, 10, 21 })]
    [InlineData(-60, new[] { 0.0, 10, 10, 91 })]
    public void A_record_less_than_a_minute_late_is_left_out_and_a_clock_set_back_goes_on(double back, double[] seconds)
    {
        double[] times = [100, 110, 110 + back, 110 + Math.Max(back, -60) + (back < -59 ? 81 : 70)];

        Assert.Equal(seconds, Of(times).Seconds);
    }

    [Fact]
    public void A_late_record_leaves_the_clock_where_it_was() => Assert.Equal([0.0, 10, 11], Of([100, 110, 105, 111]).Seconds);

    [Fact]
    public void Frequent_records_stand_for_half_a_minute_at_most()
    {
        var timeline = Of([0, 1, 2, 3, 63, 64]);

        Assert.Equal([1, 1, 1, 30, 1, 0], timeline.RecordSeconds);
        Assert.Equal([1, 1, 1, 60, 1, 0], timeline.Gaps);
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(40, 60)]
    [InlineData(250, 300)]
    public void Rare_records_stand_for_one_and_a_half_times_the_usual_gap_and_five_minutes_at_most(double usual, double longest)
    {
        var timeline = Of([0, usual, 2 * usual, 3 * usual, (3 * usual) + 1000, (4 * usual) + 1000]);

        Assert.Equal([usual, usual, usual, longest, usual, 0], timeline.RecordSeconds);
    }

    [Fact]
    public void Gaps_of_a_quarter_of_a_minute_in_the_mean_are_not_rare() => Assert.Equal(30, Of([0, 15, 30, 45, 60, 90]).RecordSeconds.Max());

    [Fact]
    public void A_pause_parts_two_segments_and_the_record_before_stands_up_to_it()
    {
        var timeline = Of([0, 10, 20, 100, 110], (25, 95));

        Assert.Equal([10, 10, 5, 10, 0], timeline.RecordSeconds);
        Assert.Equal([0..3, 3..5], timeline.Segments);
    }

    [Fact]
    public void A_pause_that_begins_before_a_record_lets_it_stand_for_nothing() => Assert.Equal([10, 0, 0], Of([0, 10, 20], (5 + 5, 15)).RecordSeconds);

    [Fact]
    public void Pauses_before_and_after_the_records_part_nothing()
    {
        Assert.Equal([0..3], Of([100, 110, 120], (0, 100), (120, 200)).Segments);
        Assert.Equal([0..1, 1..2, 2..3], Of([100, 110, 120], (101, 102), (115, 116)).Segments);
    }

    [Fact]
    public void Columns_are_gathered_at_the_records_that_are_kept()
    {
        var timeline = Of([0, 10, double.NaN, 5, 20]);

        Assert.Equal(3, timeline.Count);
        Assert.Equal([1.0, 2, 5], timeline.Gather(Column.Of([1, 2, 3, 4, 5]))!);
        Assert.Null(timeline.Gather(Column.Of([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN])));
        Assert.Null(timeline.Gather(column: null));
    }

    private static Timeline Of(double[] times, params (double From, double To)[] pauses)
    {
        var records = new RecordStream(times.Length, Column.Of(times), []);
        var stops = pauses.Select(pause => new Pause(At(pause.From), At(pause.To))).ToList();
        return Timeline.Of(records, stops, Rule, Duration.FromMinutes(1));
    }

    private static Instant At(double second) => NodaConstants.UnixEpoch + Duration.FromSeconds(second);
}
