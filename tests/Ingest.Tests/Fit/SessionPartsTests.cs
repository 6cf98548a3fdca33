using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class SessionPartsTests
{
    private static readonly Instant Start = MadeRuns.Start;

    [Fact]
    public void A_file_without_a_session_is_one_part_of_all()
    {
        var part = Assert.Single(Parts(new FitFileBuilder().Record(At(0)).Lap(Session(0, 60))));

        Assert.Null(part.Session);
        Assert.Equal(1, part.Records.Count);
        Assert.Single(part.Laps);
        Assert.Equal((uint.MinValue, uint.MaxValue), (part.Start, part.End));
    }

    [Fact]
    public void A_single_session_has_all_records_also_those_outside_its_times()
    {
        var part = Assert.Single(Parts(new FitFileBuilder().Record(At(-100)).Record(At(0)).Record(At(500)).Session(Session(0, 60))));

        Assert.NotNull(part.Session);
        Assert.Equal(3, part.Records.Count);
    }

    [Fact]
    public void A_record_at_the_border_belongs_to_the_session_that_begins_there()
    {
        var parts = Parts(new FitFileBuilder().Record(At(59)).Record(At(60)).Record(At(61)).Session(Session(0, 60)).Session(Session(60, 60)));

        Assert.Equal([59.0], Seconds(parts[0]));
        Assert.Equal([60.0, 61], Seconds(parts[1]));
    }

    [Fact]
    public void A_record_between_two_sessions_goes_to_the_nearer_one()
    {
        // The first ends at 60, the second begins at 100: 79 is 19 and 21 s away, 81 is 21 and 19 s.
        var parts = Parts(new FitFileBuilder().Record(At(79)).Record(At(81)).Session(Session(0, 60)).Session(Session(100, 60)));

        Assert.Equal([79.0], Seconds(parts[0]));
        Assert.Equal([81.0], Seconds(parts[1]));
    }

    [Fact]
    public void Records_before_the_first_and_after_the_last_session_belong_to_them()
    {
        var parts = Parts(new FitFileBuilder().Record(At(-500)).Record(At(900)).Session(Session(0, 60)).Session(Session(100, 60)));

        Assert.Equal([-500.0], Seconds(parts[0]));
        Assert.Equal([900.0], Seconds(parts[1]));
    }

    [Fact]
    public void Of_sessions_that_overlap_the_one_that_began_last_has_the_record()
    {
        var parts = Parts(new FitFileBuilder().Record(At(10)).Record(At(50)).Session(Session(0, 100)).Session(Session(40, 100)));

        Assert.Equal([10.0], Seconds(parts[0]));
        Assert.Equal([50.0], Seconds(parts[1]));
    }

    [Fact]
    public void A_record_without_a_time_stays_with_the_one_before_it()
    {
        var parts = Parts(new FitFileBuilder()
            .Record(new FitRecord { HeartRate = 100 })
            .Record(At(70))
            .Record(new FitRecord { HeartRate = 101 })
            .Session(Session(0, 60))
            .Session(Session(60, 60)));

        Assert.Equal(1, parts[0].Records.Count);
        Assert.Equal(2, parts[1].Records.Count);
    }

    [Fact]
    public void Laps_go_by_their_start_and_a_lap_without_one_goes_to_the_first()
    {
        var parts = Parts(new FitFileBuilder()
            .Lap(Session(0, 30))
            .Lap(Session(61, 30))
            .Message(9, 19, FitField.UInt32(7, 1000))
            .Session(Session(0, 60))
            .Session(Session(60, 60)));

        Assert.Equal([Start, null], parts[0].Laps.Select(lap => lap.Start));
        Assert.Equal([Start + Duration.FromSeconds(61)], parts[1].Laps.Select(lap => lap.Start));
    }

    [Fact]
    public void A_session_without_an_elapsed_time_ends_when_it_was_written()
    {
        var parts = Parts(new FitFileBuilder()
            .Record(At(55))
            .Message(9, 18, FitField.UInt32(253, Second(60)), FitField.UInt32(2, Second(0)))
            .Message(9, 18, FitField.UInt32(253, Second(90)), FitField.UInt32(2, Second(70))));

        Assert.Equal((Second(0), Second(60)), (parts[0].Start, parts[0].End));
        Assert.Equal((Second(70), Second(90)), (parts[1].Start, parts[1].End));
        Assert.Equal([55.0], Seconds(parts[0]));
    }

    [Fact]
    public void A_session_without_a_start_begins_when_it_was_written_and_one_that_ends_before_its_start_has_no_length()
    {
        var parts = Parts(new FitFileBuilder()
            .Message(9, 18, FitField.UInt32(253, Second(60)), FitField.Enumeration(5, 1))
            .Message(10, 18, FitField.UInt32(253, Second(60)), FitField.UInt32(2, Second(70))));

        Assert.Equal((Second(60), Second(60)), (parts[0].Start, parts[0].End));
        Assert.Equal((Second(70), Second(70)), (parts[1].Start, parts[1].End));
    }

    private static uint Second(int second) => FitFileBuilder.Seconds(Start + Duration.FromSeconds(second));

    private static FitRecord At(int second) => new() { Time = Start + Duration.FromSeconds(second) };

    private static FitSession Session(int start, int length) =>
        new() { Start = Start + Duration.FromSeconds(start), Elapsed = Duration.FromSeconds(length) };

    private static IEnumerable<double> Seconds(SessionPart part) =>
        part.Records.TimeUnixSeconds!.ToArray().Select(time => time - Start.ToUnixTimeSeconds());

    private static IReadOnlyList<SessionPart> Parts(FitFileBuilder builder)
    {
        var content = MadeMessages.Content(builder);
        return SessionParts.Of(content, content.Records.Build());
    }
}
