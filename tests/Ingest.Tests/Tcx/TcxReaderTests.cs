using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Tcx;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Tcx;

public sealed class TcxReaderTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    [Fact]
    public void A_point_gives_all_that_it_holds()
    {
        var point = At(0) with { Latitude = 50, Longitude = 8, Altitude = 100.5, Distance = 12.5, HeartRate = 140, RunCadence = 84, Speed = 2.75, Watts = 240 };
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(point).ToBytes();

        var activity = Only(file);

        Assert.Equal("running", activity.Sport);
        Assert.Equal(Start, activity.Start);
        Assert.Equal("KneeLoad", activity.Maker);
        Assert.Null(activity.Product);
        Assert.Equal(
            [50, 8, 12.5, 2.75, 2.75, 100.5, 100.5, 84, 140, 240],
            new[]
            {
                RecordField.PositionLat, RecordField.PositionLong, RecordField.Distance, RecordField.Speed, RecordField.EnhancedSpeed,
                RecordField.Altitude, RecordField.EnhancedAltitude, RecordField.Cadence, RecordField.HeartRate, RecordField.Power,
            }.Select(field => activity.Records[field]![0]!.Value));
    }

    [Fact]
    public void Indoor_points_without_a_position_count()
    {
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0) with { Distance = 0 }).Point(At(1) with { Distance = 3 }).ToBytes();

        var activity = Only(file);

        Assert.Equal(2, activity.Records.Count);
        Assert.Null(activity.Records[RecordField.PositionLat]);
        Assert.Equal(3, activity.Records[RecordField.Distance]![1]);
    }

    [Fact]
    public void Totals_are_the_sums_of_the_laps()
    {
        var file = new TcxFileBuilder()
            .Activity("Running", Start)
            .Lap(Start, 300, 1000)
            .Point(At(0))
            .Lap(Start.Plus(Duration.FromMinutes(5)), 310.5, 990)
            .Point(At(300))
            .ToBytes();

        var activity = Only(file);

        Assert.Equal(610.5, activity.TotalTimer?.TotalSeconds);
        Assert.Equal(1990, activity.TotalDistance?.Metres);
        Assert.Null(activity.TotalElapsed);
        Assert.Equal([300, 310.5], activity.Laps.Select(lap => lap.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(Start.Plus(Duration.FromMinutes(5)), activity.Laps[1].Start);
    }

    [Fact]
    public void A_second_track_in_a_lap_follows_a_pause_and_a_new_lap_does_not()
    {
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0)).Track().Point(At(60)).Lap(Start).Point(At(90)).ToBytes();

        var activity = Only(file);

        Assert.Equal([new Pause(Start, Start.Plus(Duration.FromSeconds(60)))], activity.Pauses);
    }

    [Fact]
    public void Several_activities_follow_one_another()
    {
        var file = new TcxFileBuilder().Activity("Biking", Start).Lap(Start, 60).Point(At(0)).Activity("Running", Start).Lap(Start, 70).Point(At(60)).ToBytes();

        var result = TcxReader.Read(file);

        Assert.Equal(["cycling", "running"], result.Activities.Select(activity => activity.Sport));
    }

    [Fact]
    public void Run_cadence_counts_one_leg_without_a_guess()
    {
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0) with { RunCadence = 84 }).ToBytes();

        var result = TcxReader.Read(file);

        Assert.Equal(CadenceUnit.StridesPerMinute, Assert.Single(result.Activities).CadenceUnit);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Plain_cadence_of_a_run_is_told_by_its_numbers()
    {
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0) with { Cadence = 168 }).ToBytes();

        var result = TcxReader.Read(file);

        Assert.Equal(CadenceUnit.StepsPerMinute, Assert.Single(result.Activities).CadenceUnit);
        Assert.Single(result.Warnings);
    }

    [Fact]
    public void A_heart_rate_of_255_is_not_measured()
    {
        var file = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0) with { HeartRate = 255 }).ToBytes();

        Assert.Null(Only(file).Records[RecordField.HeartRate]);
    }

    [Fact]
    public void A_declaration_that_is_not_first_is_read_with_a_warning()
    {
        var file = new TcxFileBuilder { Prolog = "    <?xml version=\"1.0\"?>" }.Activity("Running", Start).Lap(Start).Point(At(0)).ToBytes();

        var result = ActivityReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Single(result.Warnings);
    }

    [Fact]
    public void A_course_is_read_and_marked_as_one()
    {
        var result = TcxReader.Read(
            "<TrainingCenterDatabase><Courses><Course><Lap><DistanceMeters>200</DistanceMeters></Lap>"u8
            + "<Track><Trackpoint><Time>2024-05-01T06:12:03Z</Time></Trackpoint></Track></Course></Courses></TrainingCenterDatabase>"u8);

        var course = Assert.Single(result.Activities);
        Assert.True(course.IsCourse);
        Assert.Single(result.Warnings);
        Assert.Equal(1, course.Records.Count);
        Assert.Equal(200, course.TotalDistance?.Metres);
        Assert.False(Only(new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0)).ToBytes()).IsCourse);
        Assert.True(Only(new TcxFileBuilder().Course("x").Point(At(0)).ToBytes()).IsCourse);
    }

    [Fact]
    public void A_workout_is_no_activity()
    {
        var result = TcxReader.Read("<TrainingCenterDatabase><Workouts><Workout Sport='Running'/></Workouts></TrainingCenterDatabase>"u8);

        Assert.Equal(ReadFault.NoActivity, result.Fault);
    }

    [Fact]
    public void A_file_cut_short_keeps_its_whole_points()
    {
        var text = new TcxFileBuilder().Activity("Running", Start).Lap(Start, 300).Point(At(0)).Point(At(1)).ToText();
        var cut = text[..text.LastIndexOf("</Trackpoint>", StringComparison.Ordinal)];

        var result = TcxReader.Read(Encoding.UTF8.GetBytes(cut));

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.Truncated, result.Fault);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var file = new TcxFileBuilder { Prolog = "<!DOCTYPE x []>" }.Activity("Running", Start).Lap(Start).Point(At(0)).ToBytes();

        Assert.Equal(ReadFault.DoctypeRefused, ActivityReader.Read(file).Fault);
    }

    [Fact]
    public void A_document_type_that_declares_nothing_is_passed_over()
    {
        var file = new TcxFileBuilder { Prolog = "<!DOCTYPE TrainingCenterDatabase>" }.Activity("Running", Start).Lap(Start).Point(At(0)).ToBytes();

        Assert.Equal(1, Assert.Single(ActivityReader.Read(file).Activities).Records.Count);
    }

    [Theory]
    [InlineData("</Trackpoint>", "<Extensions><Note>you & me, zone<b 2</Note></Extensions></Trackpoint>")]
    [InlineData("</Trackpoint>", "<Extensions><Note by=\"a & b\">one<br>two</Note></Extensions></Trackpoint>")]
    [InlineData("<Lap ", "<Extra>never closed<Lap ")]
    [InlineData("<Track>", "<Extra><More><Track>")]
    [InlineData("<Track>", "<Track><Extra>")]
    public void Text_that_is_not_well_formed_costs_no_point(string sound, string damaged)
    {
        var text = new TcxFileBuilder().Activity("Running", Start).Lap(Start, 300).Point(At(0)).Point(At(1)).ToText();
        Assert.Contains(sound, text, StringComparison.Ordinal);

        var result = ActivityReader.Read(Encoding.UTF8.GetBytes(text.Replace(sound, damaged, StringComparison.Ordinal)));

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(2, Assert.Single(result.Activities).Records.Count);
        Assert.Contains(result.Warnings, warning => warning.Kind is RemarkKind.TextTakenAsItStands);
    }

    [Fact]
    public void A_value_in_a_point_must_be_well_formed()
    {
        var text = new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(At(0)).Point(At(1) with { Altitude = 100 }).Point(At(2)).ToText();

        var result = TcxReader.Read(Encoding.UTF8.GetBytes(text.Replace("<AltitudeMeters>", "<AltitudeMeters>1 & ", StringComparison.Ordinal)));

        Assert.Equal(ReadFault.MalformedXml, result.Fault);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
    }

    private static TcxPoint At(int second) => new() { Time = Start.Plus(Duration.FromSeconds(second)) };

    private static Activity Only(byte[] file) => Assert.Single(TcxReader.Read(file).Activities);
}
