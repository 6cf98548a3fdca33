using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing.Samples;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Tracks of Huawei, Suunto, Endomondo and KML: places, values and pauses at their moments, in whichever form the times are.</summary>
public sealed class MakersTracksTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly string Huawei = Sample("huawei-tracks.json");
    private static readonly string Suunto = Sample("suunto-samples.json");
    private static readonly string Endomondo = Sample("endomondo-workout.json");
    private static readonly string Kml = Sample("track.kml");

    [Fact]
    public void Huaweis_run_has_its_totals_its_track_and_its_pause()
    {
        var run = Assert.Single(Read(Huawei).Activities);

        Assert.Equal((ActivityFormat.HuaweiJson, "running", null, "Huawei 4"), (run.Format, run.Sport, run.SubSport, run.SportText));
        Assert.Equal((Morning, Offset.FromHours(-2), false), (run.Start!.Value, run.UtcOffset!.Value, run.IsLocalTime));
        Assert.Equal((22, 8, 12), (run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal([-48, -47.999975, -47.99995], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([12, 12.5, 13], All(run.Records.AltitudeMetres!));
        Assert.Equal([null, 118, null], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([null, 2.8, null], All(run.Records.SpeedMetresPerSecond!));
        Assert.Equal((CadenceUnit.StepsPerMinute, new Pause(Seconds(1), Seconds(6))), (run.CadenceUnit, Assert.Single(run.Pauses)));
    }

    [Theory]
    [InlineData("1.772442E9", "1.772442001E9", "1.772442006E9")]
    [InlineData("1772442000000", "1772442001000", "1772442006000")]
    [InlineData("0.0", "1.0", "6.0")]
    [InlineData("0", "1000", "6000")]
    public void Huaweis_times_count_from_1970_or_from_the_start_in_seconds_or_milliseconds(string first, string second, string third)
    {
        var run = Assert.Single(Read(Huawei.Replace("1.772442E9", first, StringComparison.Ordinal)
            .Replace("1.772442001E9", second, StringComparison.Ordinal).Replace("1.772442006E9", third, StringComparison.Ordinal)).Activities);

        Assert.Equal([0, 1, 6], All(run.Records.TimeUnixSeconds!).Select(time => time!.Value - Seconds(0).ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("[{\"motionPathData\":", "}]")]
    [InlineData("{\"data\":", "}")]
    [InlineData("{\"SportList\":", "}")]
    [InlineData("\uFEFF", "")]
    public void Huaweis_list_may_be_wrapped(string before, string behind)
    {
        var run = Assert.Single(Read(before + Huawei + behind).Activities);

        Assert.Equal((Morning, 22), (run.Start!.Value, run.TotalDistance!.Value.Metres));
    }

    [Fact]
    public void Huaweis_sport_may_stand_behind_a_long_track_or_beside_none()
    {
        var track = string.Concat(Enumerable.Range(0, 10_000).Select(second => $"tp=h-r;k={1_772_442_000 + second}000;v=118.0;\\n"));
        var list = $$"""[{"startTime":1772442000000,"attribute":"HW_EXT_TRACK_DETAIL@is{{track}}","totalDistance":22000,"totalTime":10000000,"sportType":4}]""";

        foreach (var file in new[] { ActivityReader.Read(Encoding.UTF8.GetBytes(list)), JsonExport.Read(new MemoryStream(Encoding.UTF8.GetBytes(list)))! })
        {
            var run = Assert.Single(file.Activities);
            Assert.Equal(("running", 22_000, 10_000), (run.Sport, run.TotalDistance!.Value.Metres, run.Records.Count));
        }

        const string ByHand = """[{"startTime":1772442000000,"sportType":101,"totalDistance":5040,"totalTime":1800000,"timeZone":"+0800"}]""";
        var byHand = Assert.Single(Read(ByHand).Activities);
        Assert.Equal((5_040, Offset.FromHours(8)), (byHand.TotalDistance!.Value.Metres, byHand.UtcOffset!.Value));
    }

    [Fact]
    public void Huaweis_phone_has_a_word_of_its_own_for_height()
    {
        var phone = Huawei.Replace("tp=rs;k=1772442001000;v=28.0", "tp=alt;k=1772442003000;v=12.4", StringComparison.Ordinal);

        Assert.Equal(12.4, Assert.Single(Read(phone).Activities).Records.AltitudeMetres![2]!.Value, 9);
    }

    [Theory]
    [InlineData("101", "running", "treadmill")]
    [InlineData("118", "running", "trail")]
    [InlineData("3", null, null)]
    [InlineData("2", "unknown", null)]
    [InlineData("999", "unknown", null)]
    public void Huaweis_numbers_are_a_run_another_sport_or_unknown(string number, string? sport, string? subSport)
    {
        var run = Read(Huawei.Replace("\"sportType\": 4", $"\"sportType\": {number}", StringComparison.Ordinal)).Activities.SingleOrDefault();

        Assert.Equal((sport, subSport), (run?.Sport, run?.SubSport));
    }

    [Fact]
    public void Suuntos_samples_are_in_radians_hertz_and_kelvin()
    {
        var run = Assert.Single(Read(Suunto).Activities);

        Assert.Equal((ActivityFormat.SuuntoJson, "running", "Suunto"), (run.Format, run.Sport, run.Maker));
        Assert.Equal((Morning, Offset.FromHours(-2), 3), (run.Start!.Value, run.UtcOffset!.Value, run.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal(-48, run.Records[RecordField.PositionLat]![0]!.Value, 9);
        Assert.Equal(-12, run.Records[RecordField.PositionLong]![0]!.Value, 9);
        Assert.Equal([null, 117, 120], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([null, 2.8, 5.6], All(run.Records[RecordField.Distance]!));
        Assert.Equal((84, 12), (run.Records[RecordField.Cadence]![1], Math.Round(run.Records[RecordField.Temperature]![1]!.Value, 6)));
        Assert.Null(run.TotalDistance);
    }

    [Fact]
    public void Suuntos_summary_states_the_totals_and_a_pause_lies_between_two_events()
    {
        const string Summary = """
            { "Samples": [ { "Attributes": { "suunto/sml": { "Header": { "ActivityType": 82, "DateTime": "2026-03-02T07:00:00.000-02:00", "Duration": 1800,
            "Distance": 5040, "Ascent": 12, "Device": { "Name": "Suunto 9", "SerialNumber": "0" } } } }, "TimeISO8601": "2026-03-02T07:31:00.000-02:00" },
            { "Attributes": { "suunto/sml": { "Sample": { "Events": [ { "Pause": { "State": true } } ] } } },
            "TimeISO8601": "2026-03-02T07:00:10.000-02:00" },
            { "Attributes": { "suunto/sml": { "Sample": { "Events": [ { "Pause": { "State": false } } ] } } },
            "TimeISO8601": "2026-03-02T07:01:10.000-02:00" } ] }
            """;

        var run = Assert.Single(Read(Summary).Activities);

        Assert.Equal(("running", "trail", "Suunto 9"), (run.Sport, run.SubSport, run.Product));
        Assert.Equal(
            (Morning, 5_040, 1_800, 12),
            (run.Start!.Value, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds, run.TotalAscent!.Value.Metres));
        Assert.Equal(new Pause(Seconds(10), Seconds(70)), Assert.Single(run.Pauses));
        Assert.Equal(0, run.Records.Count);
    }

    [Theory]
    [InlineData("3", "running")]
    [InlineData("12", null)]
    [InlineData("51", null)]
    [InlineData("2", "unknown")]
    [InlineData("300", "unknown")]
    public void Suuntos_numbers_are_a_run_another_sport_or_unknown(string number, string? sport) => Assert.Equal(
        sport, Read(Suunto.Replace("\"ActivityType\": 3", $"\"ActivityType\": {number}", StringComparison.Ordinal)).Activities.SingleOrDefault()?.Sport);

    [Fact]
    public void Endomondos_workout_is_a_list_of_objects_with_one_name_each()
    {
        var run = Assert.Single(Read(Endomondo).Activities);

        Assert.Equal(("running", "RUNNING", "Along the coast"), (run.Sport, run.SportText, run.Name));
        Assert.Equal((Morning, false, 5_040, 1_800), (run.Start!.Value, run.IsLocalTime, run.TotalDistance!.Value.Metres, run.TotalTimer!.Value.TotalSeconds));
        Assert.Equal([-48, -47.999975], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([null, 118], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal(2.8, run.Records.SpeedMetresPerSecond![1]!.Value, 9);
    }

    [Fact]
    public void Kmls_tracks_are_one_run_with_a_pause_and_its_line_is_none()
    {
        var run = Assert.Single(Read(Kml).Activities);

        Assert.Equal((ActivityFormat.Kml, "Morning run", Morning), (run.Format, run.Name, run.Start!.Value));
        Assert.Equal([-48, -47.999975, -47.99995], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([117, 118, null], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal(new Pause(Seconds(1), Seconds(120)), Assert.Single(run.Pauses));
    }

    // As OpenTracks writes it: the sport in the phone's language, a point without a place, the metres since the point before.
    [Theory]
    [InlineData("type", "Laufen", "running")]
    [InlineData("activityType", "biking", "biking")]
    [InlineData("color", "biking", null)]
    public void Kmls_track_has_its_sport_its_sensors_and_points_without_a_place(string name, string sport, string? expected)
    {
        var run = Assert.Single(Read($"""
            <kml xmlns="http://www.opengis.net/kml/2.3"><Document><name><![CDATA[Abend]]></name><Folder><Placemark><name>Mark</name>
            <ExtendedData><Data name="type"><value>walking</value></Data></ExtendedData><Point/></Placemark></Folder>
            <Placemark><name><![CDATA[Abend]]></name><ExtendedData><Data name="{name}"><value><![CDATA[{sport}]]></value></Data></ExtendedData><MultiTrack>
            <altitudeMode>absolute</altitudeMode><Track>
            <when>2026-03-02T07:00:00-02:00</when><coord/>
            <when>2026-03-02T07:00:01-02:00</when><coord>-12.0 -48.0 12.0</coord>
            <when>2026-03-02T07:00:02-02:00</when><coord>-12.0 -47.999975 12.5</coord>
            <ExtendedData><SchemaData><SimpleArrayData name="trackpoint_type"><value>SEGMENT_START_MANUAL</value><value>TRACKPOINT</value></SimpleArrayData>
            <SimpleArrayData name="distance"><value/><value>2.8</value><value>2.5</value></SimpleArrayData>
            <SimpleArrayData name="heart_rate"><value/><value>117</value><value>118</value></SimpleArrayData></SchemaData></ExtendedData>
            </Track></MultiTrack></Placemark></Document></kml>
            """).Activities);

        Assert.Equal(("Abend", Morning, Offset.FromHours(-2)), (run.Name, run.Start!.Value, run.UtcOffset!.Value));
        Assert.Equal(expected, BelievedActivities.Of([run], new BeliefContext(null, Morning + Duration.FromDays(1)))[0].Sport);
        Assert.Equal([-48, -47.999975], All(run.Records[RecordField.PositionLat]!));
        Assert.Equal([117, 118], All(run.Records[RecordField.HeartRate]!));
        Assert.Equal([2.8, 5.3], All(run.Records[RecordField.Distance]!));
    }

    [Theory]
    [InlineData("<kml><Placemark><LineString><coordinates>8,47 8,48</coordinates></LineString></Placemark></kml>")]
    [InlineData("<kml><Placemark><Track><coord>8 47 0</coord></Track><LineString/></Placemark></kml>")]
    public void A_line_without_times_is_no_recording(string kml)
    {
        var result = Read(kml);

        Assert.Equal((ReadStatus.Rejected, ReadFault.NoActivity, RemarkKind.RouteAlone), (result.Status, result.Fault, result.Reason!.Value.Kind));
    }

    [Fact]
    public void Places_on_a_map_are_no_watch_file()
    {
        var result = Read("<kml><Placemark><Point/></Placemark></kml>");

        Assert.Equal((ReadStatus.Rejected, ReadFault.UnknownFormat), (result.Status, result.Fault));
    }

    [Theory]
    [InlineData("<kml><Track><when>2026-03-02T09:00:00Z</when><when>x</when><coord/><coord>1</coord><coord>a b c</coord></Track></kml>")]
    [InlineData("<kml><MultiTrack><Track><when>2026-03-02T09:00:00</when><coord>1e400,-95 7</coord></Track></MultiTrack></kml>")]
    [InlineData("""[{"sportType":4,"attribute":"tp=lbs;lat;=;t=-5;tp=;;tp=h-r;k=1e300;v=NaN;tp=lbs;t=9;lat=x","startTime":1e40,"totalTime":-1}]""")]
    [InlineData("""[{"sportType":4,"attribute":"","timeZone":"+99999","totalDistance":1e300}]""")]
    [InlineData("""[{"sportType":"4","attribute":7,"startTime":"soon"},{"sportType":4,"attribute":"&&HW_EXT_TRACK_SIMPLIFY@is[[["}]""")]
    [InlineData("""{"Samples":[7,null,{"Attributes":"{{"},{"Attributes":{"suunto/sml":5},"TimeISO8601":false},{"TimeISO8601":"2026-03-02T07:00:00"}]}""")]
    [InlineData("""[{"sport":"RUNNING"},{"duration_s":"x"},{"start_time":7},{"points":[[],[{"location":[[7]]}],{"timestamp":"Mon Mar 99"}]}]""")]
    public void What_is_lacking_or_odd_is_unknown(string file)
    {
        var result = Read(file);

        Assert.NotEmpty(result.Activities);
        Assert.All(result.Activities, run => Assert.True(run is { TotalDistance: null, TotalTimer: null } && run.Records[RecordField.HeartRate] is null));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Two_bytes_a_letter_are_read_with_and_without_a_mark(string encoding)
    {
        foreach (var file in new[] { Huawei, Suunto, Endomondo })
        {
            var letters = Encoding.GetEncoding(encoding);

            Assert.Single(ActivityReader.Read(letters.GetBytes(file)).Activities);
            Assert.Single(ActivityReader.Read([.. letters.GetPreamble(), .. letters.GetBytes(file)]).Activities);
        }
    }

    [Fact]
    public void Names_are_read_in_any_case()
    {
        Assert.Equal(22, Assert.Single(Read(Huawei.Replace("totalDistance\": 22", "TOTALDISTANCE\": 22", StringComparison.Ordinal)
            .Replace("sportType", "SportType", StringComparison.Ordinal)).Activities).TotalDistance!.Value.Metres);
        Assert.Equal("running", Assert.Single(Read(Suunto.ToLowerInvariant().Replace("t07", "T07", StringComparison.Ordinal)).Activities).Sport);
    }

    private static Instant Seconds(int since) => Morning + Duration.FromSeconds(since);

    private static ReadResult Read(string file) => ActivityReader.Read(Encoding.UTF8.GetBytes(file));

    private static IEnumerable<double?> All(Column column) => Enumerable.Range(0, column.Length).Select(row => column[row]);

    private static string Sample(string name) => Encoding.UTF8.GetString(SampleFiles.OfEachKind().Single(sample => sample.Name == name).Content);
}
