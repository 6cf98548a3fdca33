using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Activities;

public sealed class ActivityChangesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 5, 6, 0);
    private static readonly Duration Week = Duration.FromDays(7);

    [Fact]
    public void Notes_follow_one_another()
    {
        var noted = Made().Noting(NoteKind.PartOfFile, 2).Noting(NoteKind.DistanceFromLaps, stated: 5000);

        Assert.Equal([new ActivityNote(NoteKind.PartOfFile, 2), new ActivityNote(NoteKind.DistanceFromLaps, Stated: 5000)], noted.Notes);
    }

    [Fact]
    public void All_times_move_alike_and_what_has_none_keeps_none()
    {
        var moved = Made().Moved(Week);

        Assert.Equal(Start + Week, moved.Start);
        Assert.Equal([UnixSeconds(Start + Week), double.NaN], moved.Records.TimeUnixSeconds!.ToArray());
        Assert.Equal([new Pause(Start + Week, Start + Week + Duration.FromSeconds(5))], moved.Pauses);
        Assert.Equal([Start + Week, null], moved.Laps.Select(lap => lap.Start));
        Assert.Equal([140.0, 141], moved.Records[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Back_in_time_is_a_move_too() => Assert.Equal(Made().Start, Made().Moved(Week).Moved(-Week).Start);

    [Fact]
    public void A_move_by_nothing_is_the_same_activity()
    {
        var activity = Made();

        Assert.Same(activity, activity.Moved(Duration.Zero));
    }

    [Fact]
    public void A_recording_without_any_time_moves_without_one()
    {
        var moved = new Activity { Format = ActivityFormat.Gpx, Records = new RecordStream(1, null, []) }.Moved(Week);

        Assert.Null(moved.Start);
        Assert.Null(moved.Records.TimeUnixSeconds);
    }

    [Fact]
    public void Seconds_of_a_file_become_instants_to_the_tick()
    {
        Assert.Equal(Instant.FromUnixTimeTicks(15_000_001), ActivityChanges.ToInstant(1.5000001));
        Assert.Equal(Instant.FromUnixTimeTicks(-5_000_000), ActivityChanges.ToInstant(-0.5));
        Assert.Equal(1.5, ActivityChanges.UnixSeconds(Instant.FromUnixTimeTicks(15_000_000)));
    }

    private static double UnixSeconds(Instant instant) => instant.ToUnixTimeSeconds();

    private static Activity Made() => new()
    {
        Format = ActivityFormat.Gpx,
        Start = Start,
        Records = new RecordStream(
            2, Column.Of([UnixSeconds(Start), double.NaN]), [KeyValuePair.Create(RecordField.HeartRate, Column.Of([140, 141]))]),
        Pauses = [new Pause(Start, Start + Duration.FromSeconds(5))],
        Laps = [new Lap(Start, null, null, null), new Lap(null, null, null, null)],
    };
}
