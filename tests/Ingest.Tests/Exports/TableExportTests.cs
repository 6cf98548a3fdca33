using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Tests.Archives;
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Tables of account exports: runs that stand nowhere else are read with length and time, and what a cell lacks is unknown.</summary>
public sealed class TableExportTests
{
    private const string Strava = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
        + "Relative Effort,Commute,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed\n";

    private const string StravaInGerman = "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Beschreibung der Aktivität,Verstrichene Zeit,"
        + "Distanz,Max. Herzfrequenz,Relative Leistung,Arbeitsweg,Ausrüstung,Dateiname,Gewicht,Radgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Tempo\n";

    private const string Runkeeper = "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,Climb (m),"
        + "Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File\n";

    private const string Zepp = "type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)\n";

    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Theory]
    [InlineData(Strava, "\"Mar 2, 2026, 9:00:00 AM\"", "Run")]
    [InlineData(Strava, "\"2 Mar 2026, 09:00:00\"", "Trail Run")]
    [InlineData(Strava, "2026-03-02T09:00:00Z", "Run")]
    [InlineData(StravaInGerman, "\"02.03.2026, 09:00:00\"", "Lauf")]
    public void Stravas_run_by_hand_has_metres_and_seconds_whatever_its_runner_is_shown(string headers, string date, string kind)
    {
        var run = Only($"{headers}1,{date},\"Treadmill, easy\",{kind},,31:00,3.13,,,,,,,,1860.0,1800.0,5040.5,\n");

        Assert.Equal((Morning, "Treadmill, easy", kind), (run.Start!.Value, run.Name, run.SportText));
        Assert.Equal((5_040.5, 1_800, 1_860), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal("running", Assert.Single(BelievedActivities.Of([run], new BeliefContext(null, Morning + Duration.FromDays(1)))).Sport);
    }

    [Theory]
    [InlineData("1,\"Mar 2, 2026, 9:00:00 AM\",a,Ride,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n")]
    [InlineData("1,\"am zweiten\",a,Run,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n")]
    public void Other_sports_and_unknown_days_are_not_read(string line) => Assert.Empty(Read(Strava + line).Activities);

    // A table that was taken out of its archive is all that is known of its runs, and an archive may lack a file.
    [Theory]
    [InlineData("activities.csv", Strava + "1,\"Mar 2, 2026, 9:00:00 AM\",a,Run,,1,1,,,,,activities/1.gpx.gz,,,1860.0,1800.0,5040.0,\n")]
    [InlineData("cardioActivities.csv", Runkeeper + "a,2026-03-02 09:00:00,Running,,5.04,30:00,,,,,,,,1.gpx.gz\n")]
    public void A_run_whose_file_does_not_lie_beside_the_table_is_read(string name, string table)
    {
        var gpx = new GpxFileBuilder().Track().Point(new() { Latitude = -48, Longitude = -12, Time = Morning }).ToBytes();

        Assert.Equal(5_040, Only(table).TotalDistance!.Value.Metres);
        Assert.Equal([ActivityFormat.Gpx], Formats((name, Encoding.UTF8.GetBytes(table)), ("activities/1.gpx.gz", gpx)));
        Assert.Equal([ActivityFormat.Gpx, Only(table).Format], Formats(("2.gpx", gpx), (name, Encoding.UTF8.GetBytes(table))));

        static ActivityFormat[] Formats(params (string, byte[])[] files)
        {
            var read = ActivityReader.ReadAll(new MemoryStream(MadeArchives.Zip(files)), "export.zip");
            return [.. read.SelectMany(file => file.Result.Activities).Select(run => run.Format)];
        }
    }

    [Fact]
    public void A_run_whose_day_is_in_an_unknown_form_is_counted_as_before()
    {
        var result = Read(Strava + "1,\"am zweiten\",a,Run,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n");

        Assert.Equal((RemarkKind.RunsInTable, 1L), (result.Reason!.Value.Kind, result.Reason!.Value.Number!.Value));
    }

    [Fact]
    public void RunKeepers_run_without_a_file_is_on_the_runners_clock()
    {
        var run = Only(Runkeeper
            + "a,2026-03-02 09:00:00,Running,,5.04,1:05:12,5:57,10.08,400,12,,,\"Easy, indoors\",\nb,2026-03-03 09:00:00,Cycling,,5,30:00,,,,,,,,\n");

        Assert.Equal((Morning, true), (run.Start!.Value, run.IsLocalTime));
        Assert.Equal((5_040, 3_912, 12), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalAscent!.Value.Metres));
    }

    [Fact]
    public void RunKeepers_miles_are_miles() =>
        Assert.Equal(
            1_609.344,
            Only(Runkeeper.Replace("(km)", "(mi)", StringComparison.Ordinal) + "a,2026-03-02 09:00:00,Running,,1,x:y,,,,,,,,\n").TotalDistance!.Value.Metres);

    [Fact]
    public void Stravas_table_in_another_language_is_read_by_the_order_of_its_columns()
    {
        var run = Only(Sample("strava-activites.csv"));

        Assert.Equal((Morning, "Tapis", "running"), (run.Start!.Value, run.Name, run.Sport));
        Assert.Equal((5_040, 1_800, 1_860), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData("id,date,name,type,description,elapsed_time,distance,commute,gear,filename", "2026-03-02 09:00:00", 5_040.0)]
    [InlineData(
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename",
        "\"Mar 2, 2026, 9:00:00 AM\"",
        null)]
    public void Stravas_older_tables_state_seconds_once_and_a_length_in_metres_or_in_no_unit(string headers, string date, double? metres)
    {
        var run = Only($"{headers}\n7,{date},Treadmill,Run,,1860,5040.0,false,,\n8,{date},Ride,Ride,,1860,5040.0,false,,activities/8.gpx\n");

        Assert.Equal((Morning, "Treadmill", 1_860), (run.Start!.Value, run.Name, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(metres, run.TotalDistance?.Metres);
    }

    [Fact]
    public void RunKeepers_feet_are_feet()
    {
        var run = Only(Runkeeper.Replace("Climb (m)", "Climb (ft)", StringComparison.Ordinal) + "a,2026-03-02 09:00:00,Running,,5,30:00,,,,10,,,,\n");

        Assert.Equal(3.048, run.TotalAscent!.Value.Metres, 9);
    }

    [Fact]
    public void A_table_that_was_opened_and_saved_has_semicolons_and_decimal_commas()
    {
        var run = Only("\uFEFF" + (Runkeeper + "a,2026-03-02 09:00:00,Running,,5.04,1:05:12,5:57,10.08,400,12,,,,\n").Replace(',', ';').Replace('.', ','));

        Assert.Equal((5_040, 3_912), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
    }

    [Fact]
    public void MapMyRuns_run_stands_at_noon_of_its_day_and_the_result_says_so()
    {
        var result = Read(Sample("mapmyrun-history.csv"));
        var run = Assert.Single(result.Activities);

        Assert.Equal((Instant.FromUtc(2026, 3, 2, 12, 0), true, "Run"), (run.Start!.Value, run.IsLocalTime, run.SportText));
        Assert.Equal((5_040, 1_800), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal(RemarkKind.HourUnknown, Assert.Single(result.Warnings).Kind);
    }

    [Fact]
    public void Googles_table_has_runs_of_the_watch_and_by_hand_in_millimetres()
    {
        var runs = Read(Sample("google-exercises.csv")).Activities;

        Assert.Equal(
            [("Run", null, 5_040.0), ("Treadmill", "treadmill", 3_000)],
            runs.Select(run => (run.SportText!, run.SubSport, run.TotalDistance!.Value.Metres)));
        Assert.Equal(
            (Morning, Offset.FromHours(-2), 1_860, 12.5),
            (runs[0].Start!.Value, runs[0].UtcOffset!.Value, runs[0].TotalTimer!.Value.TotalSeconds, runs[0].TotalAscent!.Value.Metres));
    }

    [Theory]
    [InlineData("\"1.00\"", 5_040.0)]
    [InlineData("\"1.61\"", 5_040 * 1.609344)]
    [InlineData("\"--\"", null)]
    [InlineData("\"100\"", null)]
    public void Garmins_unit_of_length_is_told_by_the_steps_or_unknown(string stride, double? metres)
    {
        var runs = Read(Sample("garmin-activities.csv").Replace("\"1.00\"", stride, StringComparison.Ordinal)).Activities;

        Assert.Equal(
            [(Near(metres), 1_800.0), (Near(metres / 5.04 * 3), 1_200.5)],
            runs.Select(run => (Near(run.TotalDistance?.Metres), run.TotalTimer!.Value.TotalSeconds)));
        Assert.Equal(
            (Instant.FromUtc(2026, 3, 2, 7, 0), true, "Coast", "treadmill"),
            (runs[0].Start!.Value, runs[0].IsLocalTime, runs[0].Name, runs[1].SubSport));

        double? Near(double? length) => length is { } known ? Math.Round(known, 6) : null;
    }

    // On a track the length is shown in metres.
    [Theory]
    [InlineData("5,000", 5_000.0)]
    [InlineData("50,000", null)]
    public void Garmins_length_that_nobody_runs_in_its_time_is_metres_or_unknown(string length, double? metres)
    {
        var table = Sample("garmin-activities.csv").Replace("\"5.04\"", $"\"{length}\"", StringComparison.Ordinal);

        Assert.Equal(metres, Read(table).Activities[0].TotalDistance?.Metres);
    }

    [Fact]
    public void Garmins_table_is_known_in_any_language()
    {
        var german = "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Ø Schrittfrequenz (Laufen),Ø Schrittlänge\n"
            + "Laufen,2026-03-02 07:00:00,false,\"Am Fluss\",\"5,04\",\"1,400\",\"00:30:00\",\"149\",\"170\",\"168\",\"1,00\"\n";

        Assert.Equal((5_040, "running"), (Only(german).TotalDistance!.Value.Metres, Only(german).Sport));
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("7", "trail")]
    [InlineData("8", "treadmill")]
    public void Zepps_runs_are_read_by_their_numbers(string type, string? subSport)
    {
        var run = Only($"{Zepp}{type},2026-03-02 11:00:00+0200,1800,0,0,5040,0,1\n9,2026-03-03 09:00:00+0000,1800,0,0,5040,0,1\n");

        Assert.Equal(("running", subSport, Morning, Offset.FromHours(2)), (run.Sport, run.SubSport, run.Start!.Value, run.UtcOffset!.Value));
        Assert.Equal((5_040, 1_800), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
    }

    // In older archives the metres stand in the column before, and the time is a number.
    [Theory]
    [InlineData("1,1772442000,1800,0.31,5040.0,1.85,0.357,400")]
    [InlineData("1,2026-03-02 09:00:00+0000,1800,0.31,0.52,5040.0,0.357,400")]
    [InlineData("1,2026-03-02 09:00:00+0000,1800,0.31,0.52,5040.0,2.8,400")]
    public void Zepps_length_is_the_one_that_its_pace_and_its_time_tell(string line)
    {
        var run = Only(Zepp + line + "\n");

        Assert.Equal((Morning, 5_040), (run.Start!.Value, run.TotalDistance!.Value.Metres));
    }

    [Theory]
    [InlineData("1.234,5", 1_234_500)]
    [InlineData("1 234,5", 1_234_500)]
    [InlineData("1\u202F234,5", 1_234_500)]
    [InlineData("1'234.5", 1_234_500)]
    [InlineData("1,234.5", 1_234_500)]
    [InlineData("1.234.567", null)]
    [InlineData("1.234", 1_234)]
    [InlineData("5,48", 5_480)]
    [InlineData("5 4", null)]
    [InlineData("1.2,3.4", null)]
    public void A_number_has_the_signs_of_its_language(string number, int? metres) => Assert.Equal(
        metres, Only(Runkeeper + $"a,2026-03-02 09:00:00,Running,,\"{number}\",1:05:12,,,,,,,,\n").TotalDistance?.Metres);

    [Fact]
    public void A_length_of_0_is_unknown() => Assert.Null(Only(Zepp + "8,2026-03-02 09:00:00+0000,1800,0,0,0.0,0,1\n").TotalDistance);

    [Theory]
    [InlineData("com.samsung.shealth.exercise,6313018,6", "com.samsung.health.exercise.", "2026-03-02 09:00:00.000", "UTC+0530")]
    [InlineData("com.samsung.health.exercise,1,1", "", "2026-03-02 14:30:00.000", "19800000")]
    public void Samsungs_times_are_utc_or_the_runners_clock_by_the_form_of_the_offset(string first, string prefix, string start, string offset)
    {
        var headers = string.Join(',', new[] { "exercise_type", "duration", "start_time", "time_offset", "distance" }.Select(name => prefix + name));

        var run = Only($"{first}\n{headers}\n1002,1800000,{start},{offset},5040.5\n1001,1800000,{start},{offset},900\n");

        Assert.Equal((Morning, Offset.FromHoursAndMinutes(5, 30), false), (run.Start!.Value, run.UtcOffset!.Value, run.IsLocalTime));
        Assert.Equal((5_040.5, 1_800), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
    }

    [Fact]
    public void Samsungs_headers_may_have_another_separator_than_the_line_before()
    {
        var run = Only("\uFEFFcom.samsung.shealth.exercise,6313018,6\r\n"
            + "exercise_type;duration;start_time;time_offset;distance\r\n1002;1800000;2026-03-02 09:00:00.000;UTC+0530;5040,5\r\n");

        Assert.Equal((Morning, 5_040.5), (run.Start!.Value, run.TotalDistance!.Value.Metres));
    }

    [Theory]
    [InlineData(Zepp)]
    [InlineData(Zepp + "1,,,,,,,\n1\n\"")]
    [InlineData(Strava + "1,2,3\n")]
    [InlineData("Activity Id,Date,\"Type\n")]
    [InlineData("com.samsung.shealth.exercise,1,1\n")]
    [InlineData("com.samsung.shealth.exercise,1,1\nexercise_type,start_time,time_offset\n1002,x,UTC+99:9\n1002,,\n")]
    public void A_table_without_a_run_that_can_be_read_gives_none(string table) => Assert.Empty(Read(table).Activities);

    private static string Sample(string name) => Encoding.UTF8.GetString(SampleFiles.OfEachKind().Single(sample => sample.Name == name).Content);

    private static Activity Only(string table) => Assert.Single(Read(table).Activities);

    private static ReadResult Read(string table) =>
        Assert.Single(ActivityReader.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(table)), "table.csv")).Result;
}
