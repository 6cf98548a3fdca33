using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Apple;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Apple's health export: runs without a route are read whole, and whatever an attribute holds ends in a value or in none.</summary>
public sealed class AppleHealthReaderTests
{
    private const string Indoors = """<MetadataEntry key="HKIndoorWorkout" value="1"/>""";

    [Fact]
    public void A_run_without_a_route_has_its_times_its_metres_and_its_device()
    {
        var run = Only(Workout("""duration="30" durationUnit="min" totalDistance="5.2" totalDistanceUnit="km" """));

        Assert.Equal(("running", null, "HKWorkoutActivityTypeRunning", "Anna's Watch"), (run.Sport, run.SubSport, run.SportText, run.Maker));
        Assert.Equal(Instant.FromUtc(2026, 10, 5, 6, 0), run.Start);
        Assert.Equal(Offset.FromHours(2), run.UtcOffset);
        Assert.Equal((5_200.0, 1_800.0, 1_860.0), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
    }

    [Fact]
    public void A_name_without_end_is_cut() =>
        Assert.Equal(200, Only($"""<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="{new string('a', 1_000_000)}"/>""").Maker!.Length);

    [Fact]
    public void A_run_indoors_is_on_a_treadmill() => Assert.Equal("treadmill", Only(Workout("", Indoors)).SubSport);

    [Fact]
    public void A_run_said_to_be_outdoors_is_not() => Assert.Null(Only(Workout("", """<MetadataEntry key="HKIndoorWorkout" value="0"/>""")).SubSport);

    [Theory]
    [InlineData("5", "km", 5_000.0)]
    [InlineData("5", "mi", 8_046.72)]
    [InlineData("500", "m", 500.0)]
    [InlineData("5", "yd", null)]
    [InlineData("5", "", null)]
    [InlineData("-5", "km", null)]
    [InlineData("NaN", "km", null)]
    [InlineData("1e12", "km", null)]
    [InlineData("5,2", "km", null)]
    public void A_distance_is_in_a_known_unit_or_unknown(string value, string unit, double? expected) =>
        Assert.Equal(expected, Only(Workout($"""totalDistance="{value}" totalDistanceUnit="{unit}" """)).TotalDistance?.Metres);

    // Since 2022 the totals stand in an element of their own.
    [Theory]
    [InlineData("5", "km", 5_000.0)]
    [InlineData("5", "mi", 8_046.72)]
    public void A_distance_among_the_statistics_counts_as_well(string value, string unit, double expected) =>
        Assert.Equal(expected, Only(Workout("", Statistics(value, unit))).TotalDistance!.Value.Metres);

    [Fact]
    public void The_total_comes_before_the_statistics_and_other_statistics_are_no_distance()
    {
        Assert.Equal(4_000, Only(Workout("""totalDistance="4" totalDistanceUnit="km" """, Statistics("5", "km"))).TotalDistance!.Value.Metres);
        Assert.Null(Only(Workout("", """<WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="300" unit="km"/>""")).TotalDistance);
    }

    [Theory]
    [InlineData("90", "s", 90.0)]
    [InlineData("90", "sec", 90.0)]
    [InlineData("1.5", "min", 90.0)]
    [InlineData("1.5", "hr", 5_400.0)]
    [InlineData("1.5", "h", 5_400.0)]
    [InlineData("", "min", null)]
    [InlineData("-3", "min", null)]
    [InlineData("999999999", "hr", null)]
    public void A_time_is_in_a_known_unit_or_unknown(string value, string unit, double? expected) =>
        Assert.Equal(expected, Only(Workout($"""duration="{value}" durationUnit="{unit}" """)).TotalTimer?.TotalSeconds);

    [Fact]
    public void The_distance_is_that_of_the_whole_and_not_of_its_first_interval()
    {
        var interval = $"""<WorkoutActivity uuid="a" startDate="2026-10-05 08:00:00 +0200">{Indoors}{Pause("08:05", "08:06")}{Statistics("1.5", "km")}</WorkoutActivity>""";

        var run = Only(Workout("", interval + interval + Pause("08:05", "08:06") + Statistics("8.7", "km")));

        Assert.Equal((8_700, null), (run.TotalDistance!.Value.Metres, run.SubSport));
        Assert.Equal(Duration.FromMinutes(1), Assert.Single(run.Pauses) is var pause ? pause.End - pause.Start : Duration.Zero);
        Assert.Null(Only(Workout("", interval)).TotalDistance);
    }

    // The export is written in the zone where the phone is on that day, the run may have been anywhere.
    [Theory]
    [InlineData("Europe/Paris", 2)]
    [InlineData("America/Los_Angeles", -7)]
    [InlineData("Nowhere/Land", 2)]
    [InlineData("", 2)]
    public void The_zone_of_the_workout_comes_before_that_of_the_export(string zone, int hours)
    {
        var run = Only(Workout("", $"""<MetadataEntry key="HKTimeZone" value="{zone}"/>"""));

        Assert.Equal((Instant.FromUtc(2026, 10, 5, 6, 0), Offset.FromHours(hours)), (run.Start!.Value, run.UtcOffset!.Value));
    }

    [Theory]
    [InlineData("2026-10-05 08:00:00 +0200", 2)]
    [InlineData("2026-10-05 06:00:00 +0000", 0)]
    [InlineData("2026-10-05 8:00:00 AM +0200", 2)]
    [InlineData("2026-10-05 8:00:00\u202Fam +0200", 2)]
    [InlineData("2569-10-05 08:00:00 +0200", 2)]
    [InlineData("2026-10-05T06:00:00Z", null)]
    public void A_phone_with_another_clock_or_calendar_tells_the_same_time(string start, int? hours)
    {
        const string Type = "type=\"HKQuantityTypeIdentifierHeartRate\" unit=\"count/min\"";
        var export = $"""<Record {Type} startDate="{start}" endDate="{start}" value="118"/>"""
            + $"""<Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="{start}" endDate="2026-10-05 08:30:00 +0200"/>""";

        var run = Only(export);

        Assert.Equal((Instant.FromUtc(2026, 10, 5, 6, 0), 1_800), (run.Start!.Value, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal((hours, 118), (run.UtcOffset?.Seconds / 3_600, run.Records[RecordField.HeartRate]![0]));
    }

    [Theory]
    [InlineData("2026-10-05 08:00:00")]
    [InlineData("05.10.2026 08:00")]
    [InlineData("")]
    public void A_start_that_is_no_time_is_unknown_and_the_run_is_there(string start)
    {
        var run = Only($"""<Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="{start}" endDate="2026-10-05 08:30:00 +0200"/>""");

        Assert.Null(run.Start);
        Assert.Null(run.UtcOffset);
        Assert.Null(run.TotalElapsed);
    }

    [Fact]
    public void An_end_before_the_start_gives_no_time_between() =>
        Assert.Null(Only(
            """<Workout workoutActivityType="HKWorkoutActivityTypeRunning" startDate="2026-10-05 08:00:00 +0200" endDate="2026-10-05 07:00:00 +0200"/>""").TotalElapsed);

    [Fact]
    public void A_run_with_a_route_is_read_where_its_file_is_not_beside_the_export_and_another_workout_is_not()
    {
        var result = Read(Workout("", Route("a.gpx")) + """<Workout workoutActivityType="HKWorkoutActivityTypeCycling"/>""");

        Assert.Equal("running", Assert.Single(result.Activities).Sport);
    }

    [Fact]
    public void An_export_of_other_workouts_is_left_aside() =>
        Assert.Equal(RemarkKind.ExportHoldsNoRunWithoutRoute, Read("""<Workout workoutActivityType="HKWorkoutActivityTypeCycling"/>""").Reason?.Kind);

    [Fact]
    public void One_workout_that_is_damaged_costs_no_other()
    {
        var result = Read(Workout("") + "\n" + Workout("a=b") + "\n" + Workout(""));

        Assert.Equal((ReadStatus.Partial, 2, 4), (result.Status, result.Activities.Count, result.Line));
    }

    [Fact]
    public void An_export_that_breaks_off_gives_the_runs_before_and_the_line()
    {
        var whole = Encoding.UTF8.GetString(Export(Workout("") + "\n" + Workout("")));

        var result = AppleHealthReader.Read(Encoding.UTF8.GetBytes(whole[..whole.LastIndexOf("endDate", StringComparison.Ordinal)]));

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Single(result.Activities);
        Assert.Equal(4, result.Line);
    }

    [Fact]
    public void An_export_that_breaks_off_before_any_run_is_refused_with_the_line()
    {
        var result = AppleHealthReader.Read(Encoding.UTF8.GetBytes("<HealthData>\n<Workout workoutActivity"));

        Assert.Equal((ReadStatus.Rejected, ReadFault.MalformedXml, 2), (result.Status, result.Fault, result.Line));
    }

    [Fact]
    public void Nothing_that_the_document_type_declares_is_read()
    {
        const string Bomb = """<!DOCTYPE HealthData [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>""";

        var run = Assert.Single(AppleHealthReader.Read(Encoding.UTF8.GetBytes(Bomb + "<HealthData>" + Workout("") + "</HealthData>")).Activities);

        Assert.Equal("running", run.Sport);
    }

    [Theory]
    [InlineData("<HealthData locale=\"de_DE\">", true)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!-- a comment -->]>\n<HealthData>", true)]
    [InlineData("<gpx><metadata><name>HealthData</name></metadata></gpx>", false)]
    [InlineData("", false)]
    public void An_export_is_known_by_its_outermost_element(string beginning, bool expected) =>
        Assert.Equal(expected, AppleHealthReader.IsExport(Encoding.UTF8.GetBytes(beginning)));

    private static Activity Only(string workouts) => Assert.Single(Read(workouts).Activities);

    private static ReadResult Read(string workouts) => AppleHealthReader.Read(Export(workouts));

    private static byte[] Export(string workouts) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData>\n" + workouts + "\n</HealthData>");

    private static string Workout(string attributes, string inner = "") =>
        $"""<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Anna's Watch" startDate="2026-10-05 08:00:00 +0200" {attributes} endDate="2026-10-05 08:31:00 +0200">{inner}</Workout>""";

    private static string Statistics(string value, string unit) =>
        $"""<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="{value}" unit="{unit}"/>""";

    private static string Pause(string from, string to) =>
        $"""<WorkoutEvent type="HKWorkoutEventTypePause" date="2026-10-05 {from}:00 +0200"/><WorkoutEvent type="HKWorkoutEventTypeResume" date="2026-10-05 {to}:00 +0200"/>""";

    private static string Route(string path) => $"""<WorkoutRoute><FileReference path="{path}"/></WorkoutRoute>""";
}
