using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
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
    [InlineData("1,\"Mar 2, 2026, 9:00:00 AM\",a,Run,,1,1,,,,,activities/1.fit.gz,,,1860.0,1800.0,5040.0,\n")]
    [InlineData("1,\"Mar 2, 2026, 9:00:00 AM\",a,Ride,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n")]
    [InlineData("1,\"2 mars 2026 à 09:00:00\",a,Run,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n")]
    public void Runs_with_a_file_other_sports_and_unknown_days_are_not_read(string line) => Assert.Empty(Read(Strava + line).Activities);

    [Fact]
    public void A_run_whose_day_is_in_an_unknown_form_is_counted_as_before()
    {
        var result = Read(Strava + "1,\"2 mars 2026 à 09:00:00\",a,Run,,1,1,,,,,,,,1860.0,1800.0,5040.0,\n");

        Assert.Equal((RemarkKind.RunsInTable, 1L), (result.Reason!.Value.Kind, result.Reason!.Value.Number!.Value));
    }

    [Fact]
    public void RunKeepers_run_without_a_file_is_on_the_runners_clock()
    {
        var run = Only(Runkeeper
            + "a,2026-03-02 09:00:00,Running,,5.04,1:05:12,5:57,10.08,400,12,,,\"Easy, indoors\",\nb,2026-03-03 09:00:00,Running,,5,30:00,,,,,,,,b.gpx\n");

        Assert.Equal((Morning, true), (run.Start!.Value, run.IsLocalTime));
        Assert.Equal((5_040, 3_912, 12), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalAscent!.Value.Metres));
    }

    [Fact]
    public void RunKeepers_miles_are_miles() =>
        Assert.Equal(
            1_609.344,
            Only(Runkeeper.Replace("(km)", "(mi)", StringComparison.Ordinal) + "a,2026-03-02 09:00:00,Running,,1,x:y,,,,,,,,\n").TotalDistance!.Value.Metres);

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

    [Theory]
    [InlineData(Zepp)]
    [InlineData(Zepp + "1,,,,,,,\n1\n\"")]
    [InlineData(Strava + "1,2,3\n")]
    [InlineData("Activity Id,Date,\"Type\n")]
    [InlineData("com.samsung.shealth.exercise,1,1\n")]
    [InlineData("com.samsung.shealth.exercise,1,1\nexercise_type,start_time,time_offset\n1002,x,UTC+99:9\n1002,,\n")]
    public void A_table_without_a_run_that_can_be_read_gives_none(string table) => Assert.Empty(Read(table).Activities);

    private static Activity Only(string table) => Assert.Single(Read(table).Activities);

    private static ReadResult Read(string table) =>
        Assert.Single(ActivityReader.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(table)), "table.csv")).Result;
}
