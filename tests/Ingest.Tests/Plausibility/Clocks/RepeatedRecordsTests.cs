using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class RepeatedRecordsTests
{
    [Fact]
    public void Time_that_never_goes_back_is_the_same_activity()
    {
        var run = MadeActivity.Lasting(20).Times((i, time) => time - (i % 2)).Positions(_ => 0).Build();
        var timeless = new Activity { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };

        Assert.Same(run, RepeatedRecords.Without(run));
        Assert.Same(timeless, RepeatedRecords.Without(timeless));
    }

    [Fact]
    public void Records_that_stood_in_the_file_before_are_left_out()
    {
        // Seconds 0 to 4, then once more 0 to 4 with 5 to 10 behind.
        var run = Seconds([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        var kept = RepeatedRecords.Without(run);

        Assert.Equal(Enumerable.Range(0, 11).Select(second => 3.0 * second), kept.Records[RecordField.Distance]!.ToArray());
        Assert.Equal(new ActivityNote(NoteKind.RepeatedRecords, 5), Assert.Single(kept.Notes));
    }

    [Theory]
    [InlineData(RecordField.Distance)]
    [InlineData(RecordField.PositionLat)]
    [InlineData(RecordField.PositionLong)]
    public void The_same_second_with_another_place_or_way_is_another_record(RecordField differing)
    {
        int[] seconds = [0, 1, 2, 3, 4, 3, 4, 5];
        var made = MadeActivity.Lasting(seconds.Length - 1)
            .Times((i, time) => time - i + seconds[i])
            .Field(RecordField.PositionLat, i => 47 + seconds[i])
            .Field(RecordField.PositionLong, i => 8 + seconds[i])
            .Field(RecordField.Distance, i => 3 * seconds[i]);

        Assert.Equal(6, RepeatedRecords.Without(made.Build()).Records.Count);
        Assert.Equal(8, RepeatedRecords.Without(made.Field(differing, i => i).Build()).Records.Count);
    }

    [Fact]
    public void Two_equal_records_of_one_second_that_follow_one_another_are_no_repetition()
    {
        // A watch that records twice a second stands still; far behind, a part of one record is written again.
        var run = Seconds([0, 0, 1, 2, 3, 4, 5, 1]);

        var kept = RepeatedRecords.Without(run);

        Assert.Equal(7, kept.Records.Count);
        Assert.Equal([0.0, 0], kept.Records[RecordField.Distance]!.ToArray()[..2]);
    }

    [Fact]
    public void The_last_record_written_again_at_the_beginning_of_the_next_part_is_one()
    {
        // The part goes back to second 2, and comes to the latest second, 4, once more.
        var run = Seconds([0, 1, 2, 3, 4, 2, 4, 5]);

        Assert.Equal(6, RepeatedRecords.Without(run).Records.Count);
    }

    private static Activity Seconds(int[] seconds) => MadeActivity.Lasting(seconds.Length - 1)
        .Times((i, time) => time - i + seconds[i])
        .Column(i => 3 * seconds[i])
        .Build();
}
