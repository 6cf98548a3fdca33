using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Plausibility.Distances;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

/// <summary>The ways in which records measure a length, the most trusted first.</summary>
public sealed class MeasuredDistanceTests
{
    [Fact]
    public void Column_positions_speed_and_pods_are_asked_in_this_order()
    {
        var run = MadeActivity.Lasting(100)
            .Field(RecordField.Speed, _ => 3)
            .Developer("Pod", "m", i => 4 * i, RecordField.Distance)
            .Developer("Pod Speed", "m/s", _ => 2, RecordField.Speed)
            .Build();

        var all = All(run, new DistanceColumn(301, null, 0, 0), 302);

        Assert.Equal(
            [(NoteKind.DistanceFromRecords, 301), (NoteKind.DistanceFromPositions, 302), (NoteKind.DistanceFromSpeed, 300),
                (NoteKind.DistanceFromPod, 400), (NoteKind.DistanceFromPod, 200)],
            all.Select(one => (one.Source, one.Metres)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void What_was_not_measured_or_moved_nowhere_is_no_way(double? positions)
    {
        Assert.Empty(All(MadeActivity.Lasting(100).Build(), column: null, positions));
        Assert.Empty(All(MadeActivity.Lasting(100).Field(RecordField.Speed, _ => 0).Build(), column: null, positions));
        Assert.Empty(All(MadeActivity.Lasting(100).Field(RecordField.Speed, _ => double.NaN).Build(), column: null, positions));
    }

    [Fact]
    public void Each_way_brings_the_column_that_it_measures()
    {
        var run = MadeActivity.Lasting(2).Column(i => 7 * i).Field(RecordField.Speed, _ => 3).Build();

        var all = All(run, new DistanceColumn(14, null, 0, 0), 6);

        Assert.Same(run.Records, all[0].Records(run.Records));
        Assert.Null(all[1].Records(run.Records)[RecordField.Distance]);
        Assert.Equal([0.0, 3, 6], all[2].Records(run.Records)[RecordField.Distance]!.ToArray());
    }

    [Fact]
    public void A_speed_stands_for_the_time_to_the_next_record_and_a_minute_at_most()
    {
        Assert.Equal(180, FromSpeed([0, 60], [3, 3]));
        Assert.Equal(180, FromSpeed([0, 61], [3, 3]));
        Assert.Equal(177, FromSpeed([0, 59], [3, 9]));
    }

    [Theory]
    [InlineData(12, 120.0)]
    [InlineData(12.1, null)]
    [InlineData(-0.1, null)]
    public void A_speed_that_no_runner_has_covers_nothing(double speed, double? metres) => Assert.Equal(metres, FromSpeed([0, 10], [speed, 0]));

    [Fact]
    public void Late_records_and_records_without_a_time_or_a_speed_are_passed_over()
    {
        Assert.Equal(60, FromSpeed([0, 10, 5, 20], [3, 3, 99, 0]));
        Assert.Equal(60, FromSpeed([0, double.NaN, 20], [3, 99, 0]));
        Assert.Equal(30, FromSpeed([0, 10, 20], [3, double.NaN, 0]));
    }

    [Fact]
    public void Over_a_pause_nothing_is_covered()
    {
        var run = MadeActivity.Lasting(20).Field(RecordField.Speed, _ => 3).With(made => made with
        {
            Pauses = [new Pause(MadeActivity.Morning + Duration.FromSeconds(5), MadeActivity.Morning + Duration.FromSeconds(9))],
        }).Build();

        var measured = Assert.Single(All(run, column: null, positions: null));

        Assert.Equal(48, measured.Metres);
        Assert.Equal([12, 15, 15, 15, 15, 15, 18], measured.Records(run.Records)[RecordField.Distance]!.ToArray()[4..11]);
    }

    [Theory]
    [InlineData("m", 100)]
    [InlineData(null, 100)]
    [InlineData(" KM ", 100_000)]
    [InlineData("kilometers", 100_000)]
    [InlineData("Kilometres", 100_000)]
    public void A_pods_distance_is_in_metres_or_kilometres(string? units, double metres)
    {
        var run = MadeActivity.Lasting(10_000).Developer("Pod", units, i => i / 100.0, RecordField.Distance).Build();

        Assert.Equal(metres, Assert.Single(All(run, column: null, positions: null)).Metres, 6);
    }

    [Theory]
    [InlineData("m/s", RecordField.Speed, true)]
    [InlineData(" M/S ", RecordField.EnhancedSpeed, true)]
    [InlineData("km/h", RecordField.Speed, false)]
    [InlineData(null, RecordField.Speed, false)]
    [InlineData("m/s", RecordField.Power, false)]
    public void A_pods_speed_is_believed_in_metres_a_second_alone(string? units, RecordField native, bool isBelieved)
    {
        var run = MadeActivity.Lasting(10).Developer("Pod", units, _ => 3, native).Build();

        Assert.Equal(isBelieved ? [30.0] : [], All(run, column: null, positions: null).Select(one => one.Metres));
    }

    [Fact]
    public void A_pods_column_that_leaps_is_put_right()
    {
        var run = MadeActivity.Lasting(4).Developer("Pod", "m", i => i < 2 ? 3 * i : 1000 + (3 * i), RecordField.Distance).Build();

        var measured = Assert.Single(All(run, column: null, positions: null));

        Assert.Equal(9, measured.Metres);
        Assert.Equal([0.0, 3, 3, 6, 9], measured.Records(run.Records)[RecordField.Distance]!.ToArray());
    }

    private static List<MeasuredDistance> All(Activity run, DistanceColumn? column, double? positions) =>
        [.. MeasuredDistance.All(run, RecordClock.Of(run)!, column, positions)];

    private static double? FromSpeed(double[] seconds, double[] speeds)
    {
        var run = MadeActivity.Lasting(seconds.Length - 1).Times((i, time) => time - i + seconds[i]).Field(RecordField.Speed, i => speeds[i]).Build();
        return All(run, column: null, positions: null) is [var measured] ? measured.Metres : null;
    }
}
