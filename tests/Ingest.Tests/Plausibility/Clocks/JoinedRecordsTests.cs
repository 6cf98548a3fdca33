using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class JoinedRecordsTests
{
    [Fact]
    public void Two_halves_of_one_second_both_have_the_values_of_both()
    {
        // Each second is written twice: first the heart rate, then the distance.
        var run = MadeActivity.Lasting(3)
            .Times((i, time) => time - (i % 2))
            .Field(RecordField.HeartRate, i => i % 2 == 0 ? 140 + i : double.NaN)
            .Field(RecordField.Distance, i => i % 2 == 1 ? 3 * i : double.NaN)
            .Build();

        var joined = JoinedRecords.Of(run);

        Assert.Equal([140, 140, 142, 142], joined.Records[RecordField.HeartRate]!.ToArray());
        Assert.Equal([3, 3, 9, 9], joined.Records[RecordField.Distance]!.ToArray());
        Assert.Equal(new ActivityNote(NoteKind.RecordsJoined, 2), Assert.Single(joined.Notes));
    }

    [Fact]
    public void Columns_of_pods_are_joined_too()
    {
        var run = MadeActivity.Lasting(1).Times((i, time) => time - i).Developer("Power", "W", i => i == 0 ? double.NaN : 250).Build();

        var joined = JoinedRecords.Of(run);

        Assert.Equal([250.0, 250], Assert.Single(joined.Records.DeveloperColumns).Values.ToArray());
        Assert.Equal(1, Assert.Single(joined.Notes).Count);
    }

    [Fact]
    public void Of_three_records_of_one_second_the_value_goes_from_one_to_the_next()
    {
        var run = MadeActivity.Lasting(2).Times((i, time) => time - i).Field(RecordField.HeartRate, i => i == 0 ? 140 : double.NaN).Build();

        Assert.Equal([140.0, 140, 140], JoinedRecords.Of(run).Records[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Two_values_of_one_second_stay_as_they_are()
    {
        var run = MadeActivity.Lasting(1).Times((i, time) => time - i).Field(RecordField.HeartRate, i => 140 + i).Build();

        Assert.Same(run, JoinedRecords.Of(run));
    }

    [Fact]
    public void What_neither_half_measured_stays_unmeasured()
    {
        var run = MadeActivity.Lasting(2).Times((i, time) => i == 1 ? time - 1 : time).Field(RecordField.HeartRate, i => i == 2 ? 140 : double.NaN).Build();

        Assert.Same(run, JoinedRecords.Of(run));
    }

    [Fact]
    public void Records_of_different_seconds_and_records_without_a_time_are_no_halves()
    {
        var seconds = MadeActivity.Lasting(1).Field(RecordField.HeartRate, i => i == 0 ? 140 : double.NaN).Build();
        var timeless = MadeActivity.Lasting(1).Times((_, _) => double.NaN).With(run => run with { Start = MadeActivity.Morning })
            .Field(RecordField.HeartRate, i => i == 0 ? 140 : double.NaN).Build();
        var empty = new Activity { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };

        Assert.Same(seconds, JoinedRecords.Of(seconds));
        Assert.Same(timeless, JoinedRecords.Of(timeless));
        Assert.Same(empty, JoinedRecords.Of(empty));
    }
}
