using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Tests.Archives;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>A run that an archive holds in several files is one run, with what each of them knows.</summary>
public sealed class SplitRunTests
{
    private const string Folder = "samsunghealth_x/jsons/com.samsung.shealth.exercise/";
    private const string Heart = """
        [{"start_time":1772442001000,"heart_rate":118.0,"distance":2.5},{"start_time":1772442002000,"heart_rate":120.0,"distance":2.0}]
        """;

    private const string Way = "[{\"start_time\":1772442001000,\"latitude\":-48.0,\"longitude\":-12.0,\"altitude\":12.0}]";

    /// <summary>A table of two runs and a walk.</summary>
    internal const string Table = """
        com.samsung.shealth.exercise,6313018,6
        com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.duration,com.samsung.health.exercise.start_time,com.samsung.health.exercise.time_offset,com.samsung.health.exercise.distance,com.samsung.health.exercise.datauuid,com.samsung.health.exercise.live_data
        1002,1800000,2026-03-02 09:00:00.000,UTC-0200,5040.5,aa,aa.com.samsung.health.exercise.live_data.json
        1001,600000,2026-03-03 09:00:00.000,UTC-0200,800,bb,bb.com.samsung.health.exercise.live_data.json
        1002,1200000,2026-03-04 09:00:00.000,UTC-0200,3000,cc,

        """;

    private const string Samples = """
        {"Samples":[{"Attributes":{"suunto/sml":{"Sample":{"HR":2.0}}},"TimeISO8601":"2026-03-02T07:00:01-02:00"}]}
        """;

    private const string Summary = """
        {"Samples":[{"Attributes":{"suunto/sml":{"Header":{"ActivityType":3,"Duration":1800,"Distance":5040,"DateTime":"2026-03-02T07:00:00-02:00"}}}}]}
        """;

    /// <summary>An export of a phone: values, of which some lie within its one run.</summary>
    internal const string Phone = """
        <?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]>
        <HealthData locale="en_US">
        <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Anna&apos;s Watch" unit="count/min" startDate="2026-03-02 07:00:01 -0200" endDate="2026-03-02 07:00:01 -0200" value="118"/>
        <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Phone" unit="count/min" startDate="2026-03-02 07:00:02 -0200" endDate="2026-03-02 07:00:02 -0200" value="60"/>
        <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Anna&apos;s Watch" unit="count/min" startDate="2026-03-02 12:00:00 -0200" endDate="2026-03-02 12:00:00 -0200" value="61"/>
        <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Anna&apos;s Watch" unit="count" startDate="2026-03-02 07:00:00 -0200" endDate="2026-03-02 07:01:00 -0200" value="166"/>
        <Record type="HKQuantityTypeIdentifierDistanceWalkingRunning" sourceName="Anna&apos;s Watch" unit="km" startDate="2026-03-02 07:00:00 -0200" endDate="2026-03-02 07:01:00 -0200" value="0.168"/>
        <Record type="HKQuantityTypeIdentifierRunningGroundContactTime" sourceName="Anna&apos;s Watch" unit="ms" startDate="2026-03-02 07:00:03 -0200" endDate="2026-03-02 07:00:03 -0200" value="250">
        <MetadataEntry key="x" value="a > b"/></Record>
        <Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Anna&apos;s Watch" duration="30" durationUnit="min" totalDistance="5.04" totalDistanceUnit="km" startDate="2026-03-02 07:00:00 -0200" endDate="2026-03-02 07:31:00 -0200">
        <WorkoutEvent type="HKWorkoutEventTypePause" date="2026-03-02 07:10:00 -0200"/><WorkoutEvent type="HKWorkoutEventTypeResume" date="2026-03-02 07:11:00 -0200"/>
        </Workout>
        </HealthData>
        """;

    /// <summary>Files of three makers whose runs lie in several of them.</summary>
    internal static readonly (string Name, string Content)[] Archive =
    [
        ("com.samsung.shealth.exercise.1.csv", Table), ("aa.live_data.json", Heart), ("aa.location_data.json", Way),
        ("sml/samples.json", Samples), ("sml/summary.json", Summary), ("apple_health_export/export.xml", Phone),
    ];

    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Theory]
    [InlineData("aa.com.samsung.health.exercise.live_data.json", "aa.com.samsung.health.exercise.location_data.json")]
    [InlineData("AA.live_data.json", "AA.location_data.json")]
    public void Samsungs_run_is_read_once_with_its_row_its_heart_and_its_way(string heart, string way)
    {
        foreach (var isFirst in new[] { true, false })
        {
            var table = ("samsunghealth_x/com.samsung.shealth.exercise.20260305.csv", Table);
            var files = Read([.. isFirst ? [table] : Array.Empty<(string, string)>(), (Folder + "a/" + heart, Heart), (Folder + "a/" + way, Way),
                (Folder + "b/bb.com.samsung.health.exercise.live_data.json", Heart), .. isFirst ? [] : new[] { table }]);

            var runs = files.SelectMany(file => file.Activities).OrderBy(activity => activity.Start).ToList();
            Assert.Equal([5_040.5, 3_000], runs.Select(one => one.TotalDistance!.Value.Metres));
            var run = runs[0];
            Assert.Equal((ActivityFormat.SamsungJson, "running", Offset.FromHours(-2), Morning), (run.Format, run.Sport, run.UtcOffset!.Value, run.Start!.Value));
            Assert.Equal((-48, 118, 120), (run.Records[RecordField.PositionLat]![0], run.Records[RecordField.HeartRate]![0], run.Records[RecordField.HeartRate]![1]));
            Assert.Equal(4.5, Assert.Single(runs, one => one.Records.Count > 0).Records[RecordField.Distance]![1] ?? 0, 6);
        }
    }

    [Fact]
    public void Samsungs_curve_that_is_damaged_leaves_the_run_of_the_table()
    {
        var files = Read([("com.samsung.shealth.exercise.1.csv", Table), ("aa.live_data.json", Heart[..40])]);

        var damaged = Assert.Single(files, file => file.Status is ReadStatus.Partial);
        Assert.Equal((ReadFault.MalformedJson, 5_040.5), (damaged.Fault, Assert.Single(damaged.Activities).TotalDistance!.Value.Metres));
    }

    [Fact]
    public void A_curve_without_its_table_says_nothing() => Assert.Empty(Assert.Single(Read([("aa.live_data.json", Heart)])).Activities);

    [Fact]
    public void Suuntos_pair_of_a_folder_is_one_run()
    {
        var files = Read([("sml/1/samples.json", Samples), ("sml/1/summary.json", Summary), ("sml/2/summary.json", Summary)]);

        Assert.Equal([1, 0, 1], files.Select(file => file.Activities.Count));
        var run = files[0].Activities[0];
        Assert.Equal(("running", 5_040, 1_800), (run.Sport, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(120, run.Records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void A_phones_run_has_what_its_watch_measured_while_it_lasted()
    {
        var run = Assert.Single(Assert.Single(Read([("apple_health_export/Exportación.xml", Phone)])).Activities);

        Assert.Equal((Morning, 5_040, 1_800), (run.Start!.Value, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(118, Assert.Single(All(run.Records[RecordField.HeartRate]!).OfType<double>()));
        Assert.Equal([166, 166], All(run.Records[RecordField.Cadence]!).OfType<double>());
        Assert.Equal(CadenceUnit.StepsPerMinute, run.CadenceUnit);
        Assert.Equal(168, All(run.Records[RecordField.Distance]!).OfType<double>().Max(), 6);
        Assert.Equal(250, Assert.Single(All(run.Records[RecordField.StanceTime]!).OfType<double>()));
        Assert.Equal(new Pause(Morning + Duration.FromMinutes(10), Morning + Duration.FromMinutes(11)), Assert.Single(run.Pauses));
    }

    [Theory]
    [InlineData("<WorkoutRoute><FileReference path=\"/workout-routes/a.gpx\"/></WorkoutRoute></Workout>", 1)]
    [InlineData("</Workout>", 2)]
    public void A_phones_way_takes_what_its_workout_knows_by_its_name_or_by_its_time(string end, int runs)
    {
        var track = Encoding.UTF8.GetString(new GpxFileBuilder().Track()
            .Point(new() { Latitude = -48, Longitude = -12, Time = Morning })
            .Point(new() { Latitude = -47.999975, Longitude = -12, Time = Morning + Duration.FromSeconds(3) }).ToBytes());

        var files = Read([("apple_health_export/export.xml", Phone.Replace("</Workout>", end, StringComparison.Ordinal)), ("apple_health_export/workout-routes/a.gpx", track)]);

        Assert.Equal(runs, files.Sum(file => file.Activities.Count));
        var run = Assert.Single(files[1].Activities);
        Assert.Equal(("HKWorkoutActivityTypeRunning", 5_040, 1_800), (run.ListedSport, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal([118, null], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([166, 166], All(run.Records[RecordField.Cadence]!));
        Assert.Equal([null, 250], All(run.Records[RecordField.StanceTime]!));
    }

    [Theory]
    [InlineData("07:00:00")]
    [InlineData("06:59:58")]
    public void A_phones_run_that_an_app_wrote_down_as_well_has_what_was_measured_in_either(string start)
    {
        var begin = Phone.IndexOf("<Workout ", StringComparison.Ordinal);
        var workout = Phone[begin..Phone.IndexOf("</HealthData>", StringComparison.Ordinal)];
        var copy = workout.Replace("sourceName=\"Anna&apos;s Watch\"", "sourceName=\"App\"", StringComparison.Ordinal)
            .Replace("startDate=\"2026-03-02 07:00:00", $"startDate=\"2026-03-02 {start}", StringComparison.Ordinal);

        var runs = Assert.Single(Read([("apple_health_export/export.xml", Phone.Insert(begin, copy))])).Activities;

        Assert.Equal(["App", "Anna's Watch"], runs.Select(run => run.Maker));
        Assert.All(runs, run => Assert.Equal(250, Assert.Single(All(run.Records[RecordField.StanceTime]!).OfType<double>())));
    }

    [Fact]
    public void A_phones_clinical_document_is_left_aside_without_being_unpacked()
    {
        var files = Read([("apple_health_export/export.xml", Phone), ("apple_health_export/export_cda.xml", "<ClinicalDocument/>")]);

        Assert.Equal([ReadStatus.Read, ReadStatus.LeftAside], files.Select(file => file.Status));
        Assert.Equal(RemarkKind.NoActivity, files[1].Reason?.Kind);
    }

    [Fact]
    public void A_file_of_that_name_that_is_no_export_of_a_phone_is_read_as_what_it_is()
    {
        var track = Encoding.UTF8.GetString(new GpxFileBuilder().Track().Point(new() { Latitude = -48, Longitude = -12, Time = Morning }).ToBytes());

        Assert.Equal(ActivityFormat.Gpx, Assert.Single(Read([("export.xml", track)])).Format);
    }

    private static List<ReadResult> Read((string Name, string Content)[] files)
    {
        var archive = MadeArchives.Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);
        return [.. ActivityReader.ReadAll(new MemoryStream(archive), "export.zip").Select(file => file.Result)];
    }

    private static IEnumerable<double?> All(Column column) => Enumerable.Range(0, column.Length).Select(row => column[row]);
}
