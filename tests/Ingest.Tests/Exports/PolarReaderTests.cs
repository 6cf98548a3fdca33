using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Polar's account export: sessions of both layouts are read with all that was measured, and nothing is made up.</summary>
public sealed class PolarReaderTests
{
    private const string Newer = """
        {"exportVersion":"2.6","startTime":"2026-10-05T08:00:00","stopTime":"2026-10-05T08:50:10","name":"","timezoneOffsetMinutes":120,
        "durationMillis":3000000,"distanceMeters":9000.5,"sport":{"id":"1"},"product":{"modelName":"Polar Vantage M"},
        "exercises":[{"startTime":"2026-10-05T08:00:00","stopTime":"2026-10-05T08:50:10","durationMillis":3000000,"distanceMeters":9000.5,
        "ascentMeters":80.5,"descentMeters":79,"timezoneOffsetMinutes":120,"sport":{"id":"1"},
        "samples":{"samples":[{"type":"SPEED","intervalMillis":1000,"values":[NaN,10.8,0]},{"type":"HEART_RATE","intervalMillis":1000,"values":[0,NaN,141]},
        {"type":"CADENCE","intervalMillis":1000,"values":[82,83,NaN]},{"type":"LEFT_POWER","intervalMillis":1000,"values":[1]}]},
        "routes":{"route":{"startTime":"2026-10-05T08:00:01","wayPoints":[{"longitude":8.5,"latitude":47.5,"altitude":400.5,"elapsedMillis":2},
        {"longitude":8.5001,"latitude":47.5,"altitude":401,"elapsedMillis":1002}]}},
        "pauseTimes":[{"startTime":"2026-10-05T08:10:00","endTime":"2026-10-05T08:10:10"}]}]}
        """;

    private const string Older = """
        {"exportVersion":"1.3","name":"Running","startTime":"2019-01-18T17:05:12.000","stopTime":"2019-01-18T17:06:12.000","timeZoneOffset":60,
        "distance":180.0,"duration":"PT60.500S","exercises":[{"startTime":"2019-01-18T17:05:12.000","stopTime":"2019-01-18T17:06:12.000",
        "timezoneOffset":60,"duration":"PT60.500S","distance":180.0,"sport":"TREADMILL_RUNNING","ascent":3.0,
        "samples":{"heartRate":[{"dateTime":"2019-01-18T17:05:12.000","value":95},{"dateTime":"2019-01-18T17:05:13.000"}],
        "altitude":[{"dateTime":"2019-01-18T17:05:12.000","value":12.5}],
        "recordedRoute":[{"dateTime":"2019-01-18T16:05:12.384","longitude":24.9,"latitude":60.1,"altitude":99.0},
        {"dateTime":"2019-01-18T16:05:13.384","longitude":24.9001,"latitude":60.1,"altitude":99.0}]}}]}
        """;

    [Fact]
    public void A_session_has_its_totals_and_its_device()
    {
        var run = Only(Newer);

        Assert.Equal(("running", null, "Polar", "Polar Vantage M"), (run.Sport, run.SubSport, run.Maker, run.Product));
        Assert.Equal((Instant.FromUtc(2026, 10, 5, 6, 0), Offset.FromHours(2)), (run.Start, run.UtcOffset!.Value));
        Assert.Equal((9_000.5, 3_000, 3_010), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal((80.5, 79), (run.TotalAscent!.Value.Metres, run.TotalDescent!.Value.Metres));
        Assert.Equal(new Pause(Instant.FromUtc(2026, 10, 5, 6, 10), Instant.FromUtc(2026, 10, 5, 6, 10, 10)), Assert.Single(run.Pauses));
        Assert.Null(run.Name);
    }

    [Fact]
    public void What_was_not_measured_is_null_and_a_standing_second_is_0()
    {
        var records = Only(Newer).Records;

        Assert.Equal([null, 3.0, 0.0], All(records.SpeedMetresPerSecond!));
        Assert.Equal([null, null, 141.0], All(records[RecordField.HeartRate]!));
        Assert.Equal([82.0, 83.0, null], All(records[RecordField.Cadence]!));
        Assert.Null(records[RecordField.Distance]);
    }

    [Fact]
    public void The_way_counts_from_its_own_start()
    {
        var records = Only(Newer).Records;

        Assert.Equal([null, 47.5, 47.5], All(records[RecordField.PositionLat]!));
        Assert.Equal([null, 400.5, 401.0], All(records.AltitudeMetres!));
        Assert.Equal(Instant.FromUtc(2026, 10, 5, 6, 0, 2).ToUnixTimeSeconds(), records.TimeUnixSeconds![2]);
    }

    // Eight minutes are no zone: the watch searched for satellites.
    [Theory]
    [InlineData("2026-10-05T08:08:00", 480)]
    [InlineData("2026-10-05T06:00:01", 1)]
    [InlineData("2026-10-05T06:08:00", 480)]
    [InlineData("2026-10-05T05:59:00", -60)]
    [InlineData("2026-10-05T08:31:00", 60)]
    public void A_way_that_begins_late_is_left_where_it_is_unless_it_is_in_another_zone(string start, int late)
    {
        var records = Only(Newer.Replace("\"startTime\":\"2026-10-05T08:00:01\"", $"\"startTime\":\"{start}\"", StringComparison.Ordinal)).Records;

        var first = Enumerable.Range(0, records.Count).First(row => records[RecordField.PositionLat]![row] is not null);
        Assert.Equal(late, records.TimeUnixSeconds![first] - Instant.FromUtc(2026, 10, 5, 6, 0).ToUnixTimeSeconds());
    }

    [Fact]
    public void Cadence_of_one_leg_is_told_from_both_by_its_size()
    {
        Assert.Equal(CadenceUnit.StridesPerMinute, Only(Newer).CadenceUnit);
        Assert.Equal(CadenceUnit.StepsPerMinute, Only(Newer.Replace("[82,83,NaN]", "[164,166,NaN]", StringComparison.Ordinal)).CadenceUnit);
        Assert.Equal(CadenceUnit.None, Only(Older).CadenceUnit);
    }

    [Fact]
    public void The_older_layout_is_read_and_its_way_set_to_the_sessions_clock()
    {
        var run = Only(Older);

        Assert.Equal(("TREADMILL_RUNNING", "treadmill", "Running"), (run.SportText, run.SubSport, run.Name));
        Assert.Equal((180, 60.5), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal([95.0, null], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([60.1, 60.1], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([12.5, null], All(run.Records.AltitudeMetres!));
        Assert.Equal("running", Assert.Single(BelievedActivities.Of([run], new BeliefContext(null, Instant.FromUtc(2026, 12, 1, 0, 0)))).Sport);
    }

    [Theory]
    [InlineData("17", "running", "treadmill")]
    [InlineData("27", "running", "trail")]
    [InlineData("9999", "unknown", null)]
    public void A_number_is_a_run_or_a_kind_that_nobody_knows(string id, string sport, string? subSport)
    {
        var run = Only(Newer.Replace("""{"id":"1"}""", $$"""{"id":"{{id}}"}""", StringComparison.Ordinal));

        Assert.Equal((sport, subSport), (run.Sport, run.SubSport));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("83")]
    public void Another_sport_is_left_aside(string id)
    {
        var result = Read(Newer.Replace("""{"id":"1"}""", $$"""{"id":"{{id}}"}""", StringComparison.Ordinal));

        Assert.Equal((ReadStatus.LeftAside, ReadFault.NoActivity, RemarkKind.ExportHoldsNoRun), (result.Status, result.Fault, result.Reason!.Value.Kind));
    }

    [Fact]
    public void A_session_of_several_sports_gives_its_run()
    {
        var two = Newer.Replace("\"exercises\":[", """
            "exercises":[{"startTime":"2026-10-05T07:00:00","durationMillis":600000,"distanceMeters":5000,"timezoneOffsetMinutes":120,"sport":{"id":"2"}},
            """, StringComparison.Ordinal);

        Assert.Equal(9_000.5, Only(two).TotalDistance!.Value.Metres);
    }

    [Theory]
    [InlineData("""{"startTime":"2026-10-05T08:00:00","stopTime":"2026-10-05T08:50:00","exercises":[{"sport":{"id":"1"}}]}""")]
    [InlineData("""{"startTime":7,"stopTime":[],"exercises":[{"sport":"RUNNING","distance":{},"duration":"PT","samples":[],"routes":3}]}""")]
    [InlineData("""{"startTime":"x","stopTime":"","exercises":[{"sport":"RUNNING","durationMillis":-1,"distance":1e300,"timezoneOffset":9e9}]}""")]
    public void What_a_session_lacks_is_unknown(string session)
    {
        var run = Only(session);

        Assert.Null(run.TotalDistance);
        Assert.Null(run.TotalTimer);
        Assert.Equal((CadenceUnit.None, 0), (run.CadenceUnit, run.Records.Count));
    }

    [Fact]
    public void A_clock_without_a_zone_is_the_runners_own()
    {
        var run = Only("""{"startTime":"2026-10-05T08:00:00","stopTime":"2026-10-05T08:50:00","exercises":[{"sport":{"id":"1"}}]}""");

        Assert.Equal((true, Instant.FromUtc(2026, 10, 5, 8, 0)), (run.IsLocalTime, run.Start!.Value));
    }

    [Fact]
    public void A_planned_session_is_none() =>
        Assert.Null(Read("""{"startTime":"2026-10-05T08:00:00","name":"plan","exercises":[{"sport":"RUNNING","distance":9000}]}""").Format);

    [Fact]
    public void A_session_that_breaks_off_is_refused_with_its_place()
    {
        var cut = Newer[..^40];

        var result = Read(cut);

        Assert.Equal((ReadStatus.Rejected, ReadFault.MalformedJson, ActivityFormat.PolarJson), (result.Status, result.Fault, result.Format));
        Assert.InRange(result.ByteOffset!.Value, cut.Length - 60, cut.Length);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("  ")]
    public void A_title_that_is_no_text_is_none_and_the_run_is_there(string title)
    {
        var run = Only(Newer.Replace("\"name\":\"\"", $"\"name\":\"{title}\"", StringComparison.Ordinal));

        Assert.Equal((null, 9_000.5), (run.Name, run.TotalDistance!.Value.Metres));
    }

    [Fact]
    public void A_title_without_end_is_cut() =>
        Assert.Equal(200, Only(Newer.Replace("\"name\":\"\"", $"\"name\":\"{new string('a', 1_000)}\"", StringComparison.Ordinal)).Name!.Length);

    private static Activity Only(string session) => Assert.Single(Read(session).Activities);

    private static ReadResult Read(string session) => ActivityReader.Read(Encoding.UTF8.GetBytes(session));

    private static IEnumerable<double?> All(Column column) => Enumerable.Range(0, column.Length).Select(i => column[i]);
}
