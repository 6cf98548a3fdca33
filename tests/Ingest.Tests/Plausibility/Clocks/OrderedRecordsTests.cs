using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

/// <summary>Records in a wrong order are put right where the way says so; a clock that was set back moves nothing.</summary>
public sealed class OrderedRecordsTests
{
    [Fact]
    public void Records_in_order_are_the_same_activity()
    {
        var activity = MadeActivity.Lasting(100).Positions().Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    [Fact]
    public void Equal_times_are_in_order()
    {
        var activity = MadeActivity.Lasting(100).Positions().Times((i, time) => i == 50 ? time - 1 : time).Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    [Fact]
    public void A_file_written_backwards_is_turned_round_with_or_without_positions()
    {
        foreach (var made in new[]
        {
            MadeActivity.Lasting(100).Positions(i => 3 * (100 - i)), MadeActivity.Lasting(100).Field(RecordField.HeartRate, i => 160 - (i % 10))
        })
        {
            var ordered = OrderedRecords.Of(made.Times((i, _) => MadeActivity.UnixSeconds(MadeActivity.Morning) + 100 - i).Build());

            Assert.Equal(MadeActivity.Morning, ordered.Start);
            Assert.True(IsRising(ordered));
            Assert.Empty(ordered.Pauses);
            // The one in the middle stands where it stood.
            Assert.Equal(new ActivityNote(NoteKind.RecordsReordered, 100), Assert.Single(ordered.Notes));
        }
    }

    [Fact]
    public void Two_parts_in_the_wrong_order_change_places_and_the_break_is_a_pause()
    {
        // The last 50 records, ten minutes later, stand first.
        var ordered = OrderedRecords.Of(Swapped().Build());

        Assert.Equal(MadeActivity.Morning, ordered.Start);
        Assert.True(IsRising(ordered));
        var pause = Assert.Single(ordered.Pauses);
        Assert.Equal(600, (pause.End - pause.Start).TotalSeconds, 2.0);
        Assert.Equal([NoteKind.RecordsReordered], ordered.Notes.Select(note => note.Kind));
        Assert.Equal(MadeActivity.East(0), ordered.Records[RecordField.PositionLong]!.ToArray()[0], 9);
    }

    [Fact]
    public void Parts_without_positions_stay_as_they_are()
    {
        var activity = Swapped().Field(RecordField.PositionLat, _ => double.NaN).Field(RecordField.PositionLong, _ => double.NaN).Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    [Fact]
    public void A_clock_that_was_set_back_while_the_way_goes_on_moves_nothing()
    {
        // An hour back in the middle: the way is shortest as it stands.
        var activity = MadeActivity.Lasting(200).Positions().Times((i, time) => i > 100 ? time - 3_600 : time).Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    [Fact]
    public void Parts_that_overlap_in_time_stay_as_they_are()
    {
        var activity = MadeActivity.Lasting(200)
            .Positions(i => i > 100 ? 3 * (i - 101) : 3 * (i + 100))
            .Times((i, time) => i > 100 ? time - 150 : time)
            .Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    [Fact]
    public void Records_without_a_time_stay_with_their_neighbours()
    {
        var ordered = OrderedRecords.Of(Swapped().Times((i, time) => i is 10 or 70 ? double.NaN : time).Build());

        Assert.Equal(101, ordered.Records.Count);
        Assert.True(IsRising(ordered));
        Assert.Equal(2, ordered.Records.TimeUnixSeconds!.ToArray().Count(double.IsNaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Few_records_are_left_alone(int seconds)
    {
        var activity = MadeActivity.Lasting(seconds).Positions().Times((i, time) => time - (10 * i)).Build();

        Assert.Same(activity, OrderedRecords.Of(activity));
    }

    private static MadeActivity Swapped() => MadeActivity.Lasting(100)
        .Positions(i => i < 50 ? 3 * (i + 51) : 3 * (i - 50))
        .Times((i, time) => i < 50 ? time + 51 + 600 : time - 50);

    private static bool IsRising(Activity activity)
    {
        var times = activity.Records.TimeUnixSeconds!.ToArray().Where(time => !double.IsNaN(time)).ToList();
        return times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}
