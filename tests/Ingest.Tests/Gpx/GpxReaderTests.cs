using System.Globalization;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Gpx;

public sealed partial class GpxReaderTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    public void Both_versions_give_position_height_and_time(string version)
    {
        var file = new GpxFileBuilder { Version = version }.Track().Point(At(0)).Point(At(1)).ToBytes();

        var result = GpxReader.Read(file);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(2, activity.Records.Count);
        Assert.Equal(Start, activity.Start);
        Assert.Equal([50.0, 50.001], Values(activity, RecordField.PositionLat));
        Assert.Equal([8.0, 8.0], Values(activity, RecordField.PositionLong));
        Assert.Equal([100.5, 100.5], Values(activity, RecordField.Altitude));
        Assert.Equal([Start.ToUnixTimeSeconds(), Start.ToUnixTimeSeconds() + 1.0], activity.Records.TimeUnixSeconds!.ToArray());
    }

    [Fact]
    public void Height_is_found_under_both_of_its_FIT_names()
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).ToBytes();

        var activity = Only(file);

        Assert.Equal(Values(activity, RecordField.Altitude), Values(activity, RecordField.EnhancedAltitude));
    }

    [Theory]
    [InlineData("gpxtpx", true)]
    [InlineData("ns3", true)]
    [InlineData("whatever", false)]
    public void Extensions_are_read_under_any_prefix(string prefix, bool declared)
    {
        var point = At(0) with { HeartRate = 151, Cadence = 84, Temperature = 20.5, Speed = 2.5, Power = 240 };
        var file = new GpxFileBuilder { Prefix = prefix, DeclaresPrefix = declared }.Track("running").Point(point).ToBytes();

        var result = GpxReader.Read(file);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(151, activity.Records[RecordField.HeartRate]![0]);
        Assert.Equal(84, activity.Records[RecordField.Cadence]![0]);
        Assert.Equal(20.5, activity.Records[RecordField.Temperature]![0]);
        Assert.Equal(2.5, activity.Records[RecordField.Speed]![0]);
        Assert.Equal(240, activity.Records[RecordField.Power]![0]);
        Assert.Equal(!declared, result.Warnings.Any(warning => warning.Contains("is not declared", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<gpxdata:hr xmlns:gpxdata='x'>98</gpxdata:hr>", RecordField.HeartRate)]
    [InlineData("<heartrate>98</heartrate>", RecordField.HeartRate)]
    [InlineData("<gpxdata:cadence xmlns:gpxdata='x'>98</gpxdata:cadence>", RecordField.Cadence)]
    [InlineData("<gpxdata:temp xmlns:gpxdata='x'>98</gpxdata:temp>", RecordField.Temperature)]
    [InlineData("<gpxdata:distance xmlns:gpxdata='x'>98</gpxdata:distance>", RecordField.Distance)]
    [InlineData("<gpxpx:PowerExtension xmlns:gpxpx='x'><gpxpx:PowerInWatts>98</gpxpx:PowerInWatts></gpxpx:PowerExtension>", RecordField.Power)]
    [InlineData("<power>98</power>", RecordField.Power)]
    [InlineData("<speed>98</speed>", RecordField.Speed)]
    public void Other_makers_extensions_are_read(string extension, RecordField field)
    {
        var file = new GpxFileBuilder().Track().Raw($"<trkpt lat='1' lon='2'><extensions>{extension}</extensions></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(98, activity.Records[field]![0]);
    }

    [Fact]
    public void The_same_heart_rate_written_twice_counts_once()
    {
        var file = new GpxFileBuilder().Track().Raw("<trkpt lat='1' lon='2'><extensions><heartrate>90</heartrate><hr>90</hr></extensions></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(1, activity.Records[RecordField.HeartRate]!.MeasuredCount);
    }

    [Fact]
    public void The_end_of_a_segment_is_a_pause()
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).Point(At(10)).Segment().Point(At(70)).ToBytes();

        var activity = Only(file);

        Assert.Equal([new Pause(Start.Plus(Duration.FromSeconds(10)), Start.Plus(Duration.FromSeconds(70)))], activity.Pauses);
        Assert.Equal(3, activity.Records.Count);
    }

    [Fact]
    public void A_segment_that_begins_earlier_makes_no_pause()
    {
        var file = new GpxFileBuilder().Track().Point(At(100)).Segment().Point(At(50)).ToBytes();

        var activity = Only(file);

        Assert.Empty(activity.Pauses);
    }

    [Fact]
    public void Each_track_with_points_is_an_activity()
    {
        var file = new GpxFileBuilder().Track("running").Point(At(0)).Track("walking").Track("cycling").Point(At(9)).ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(["running", "cycling"], result.Activities.Select(activity => activity.Sport));
    }

    [Theory]
    [InlineData("9", "running", null)]
    [InlineData("1", "cycling", null)]
    [InlineData("Run", "running", null)]
    [InlineData("track_running", "running", "track")]
    [InlineData("Trail Running", "running", "trail")]
    [InlineData("treadmill_running", "running", "treadmill")]
    [InlineData("Walk", "walking", null)]
    [InlineData("mountain biking", "cycling", "mountain")]
    [InlineData("footprint#photo", null, null)]
    [InlineData(null, null, null)]
    public void Odd_types_become_names_of_the_FIT_profile(string? type, string? sport, string? subSport)
    {
        var file = new GpxFileBuilder().Track(type).Point(At(0)).ToBytes();

        var activity = Only(file);

        Assert.Equal(sport, activity.Sport);
        Assert.Equal(subSport, activity.SubSport);
    }

    [Fact]
    public void A_track_without_times_keeps_its_points()
    {
        var file = new GpxFileBuilder().Track().Point(new() { Latitude = 1, Longitude = 2 }).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Start);
        Assert.Null(activity.Records.TimeUnixSeconds);
        Assert.Equal(1, activity.Records.Count);
    }

    [Fact]
    public void A_file_without_totals_states_none()
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).Point(At(60)).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.TotalDistance);
        Assert.Null(activity.TotalTimer);
        Assert.Null(activity.TotalElapsed);
    }

    [Fact]
    public void Totals_of_the_statistics_extension_are_read()
    {
        var file = new GpxFileBuilder()
            .Track()
            .Point(At(0))
            .Segment()
            .Raw("</trkseg><extensions><s:TrackStatsExtension xmlns:s='x'><s:Distance>5012.5</s:Distance><s:TimerTime>1800</s:TimerTime><s:Ascent>20</s:Ascent></s:TrackStatsExtension></extensions><trkseg>")
            .ToBytes();

        var activity = Only(file);

        Assert.Equal(5012.5, activity.TotalDistance?.Metres);
        Assert.Equal(Duration.FromMinutes(30), activity.TotalTimer);
        Assert.Equal(20, activity.TotalAscent?.Metres);
    }

    [Theory]
    [InlineData("91", "8")]
    [InlineData("-90.5", "8")]
    [InlineData("50", "181")]
    [InlineData("NaN", "8")]
    [InlineData("1e400", "8")]
    public void A_place_that_cannot_be_is_left_out_and_said(string latitude, string longitude)
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).Raw($"<trkpt lat='{latitude}' lon='{longitude}'/>").ToBytes();

        var result = GpxReader.Read(file);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(2, activity.Records.Count);
        Assert.Equal(1, Math.Min(activity.Records[RecordField.PositionLat]!.MeasuredCount, activity.Records[RecordField.PositionLong]!.MeasuredCount));
        Assert.Contains(result.Warnings, warning => warning.Contains("left out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e9")]
    [InlineData("-1e9")]
    [InlineData("Infinity")]
    [InlineData("")]
    public void A_height_that_cannot_be_is_left_out(string elevation)
    {
        var file = new GpxFileBuilder().Track().Raw($"<trkpt lat='1' lon='2'><ele>{elevation}</ele></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.Altitude]);
        Assert.Equal(1, activity.Records.Count);
    }

    [Theory]
    [InlineData("hr", 255)]
    [InlineData("cad", 255)]
    [InlineData("speed", -1)]
    [InlineData("distance", 1e9)]
    public void Fillers_are_left_out(string element, double filler)
    {
        var file = new GpxFileBuilder().Track().Raw($"<trkpt lat='1' lon='2'><extensions><{element}>{filler.ToString(CultureInfo.InvariantCulture)}</{element}></extensions></trkpt>").ToBytes();

        var result = GpxReader.Read(file);

        Assert.Single(result.Warnings, warning => warning.Contains("cannot be true", StringComparison.Ordinal));
    }

    [Fact]
    public void A_measured_zero_stays_zero()
    {
        var file = new GpxFileBuilder().Track().Point(At(0) with { HeartRate = 0, Cadence = 0, Elevation = 0, Latitude = 0, Longitude = 0 }).ToBytes();

        var activity = Only(file);

        Assert.Equal(0, activity.Records[RecordField.Cadence]![0]);
        Assert.Equal(0, activity.Records[RecordField.Altitude]![0]);
        Assert.Equal(0, activity.Records[RecordField.PositionLat]![0]);
    }

    [Fact]
    public void Ways_since_the_last_point_are_not_taken_for_the_way_since_the_start()
    {
        var ways = string.Concat(new[] { 12, 9, 14, 8, 11 }.Select(way => $"<trkpt lat='1' lon='2'><extensions><distance>{way}</distance></extensions></trkpt>"));
        var file = new GpxFileBuilder().Track().Raw(ways).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.Distance]);
    }

    [Theory]
    [InlineData("Garmin Connect", "running", 84, CadenceUnit.StridesPerMinute, false)]
    [InlineData("Garmin Connect", "running", 168, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "running", 84, CadenceUnit.StridesPerMinute, true)]
    [InlineData("Somebody", "running", 172, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "walking", 104, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "cycling", 172, CadenceUnit.StridesPerMinute, false)]
    public void Whether_cadence_counts_one_leg_or_both_is_told_and_a_guess_is_said(string creator, string type, int cadence, CadenceUnit unit, bool isGuess)
    {
        var file = new GpxFileBuilder { Creator = creator }.Track(type).Points(Enumerable.Range(0, 9).Select(second => At(second) with { Cadence = second == 0 ? 0 : cadence })).ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(unit, Assert.Single(result.Activities).CadenceUnit);
        Assert.Equal(isGuess, result.Warnings.Any(warning => warning.StartsWith("Cadence is taken for", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_without_cadence_has_no_cadence_unit()
    {
        var activity = Only(new GpxFileBuilder().Track().Point(At(0)).ToBytes());

        Assert.Equal(CadenceUnit.None, activity.CadenceUnit);
    }

    [Fact]
    public void A_route_is_no_recording()
    {
        var result = GpxReader.Read("<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>"u8);

        Assert.Equal(ReadStatus.Rejected, result.Status);
        Assert.Equal(ReadFault.NoActivity, result.Fault);
        Assert.Contains("route", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indoor_run_without_points_is_read_with_its_sport_and_time()
    {
        var result = GpxReader.Read("<gpx><metadata><time>2024-05-01T06:12:03Z</time></metadata><trk><type>treadmill_running</type><trkseg/></trk></gpx>"u8);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(("running", "treadmill"), (activity.Sport, activity.SubSport));
        Assert.Equal(Start, activity.Start);
        Assert.Equal(0, activity.Records.Count);
        Assert.Single(result.Warnings);
    }

    [Fact]
    public void A_point_without_a_position_keeps_its_other_values()
    {
        var file = new GpxFileBuilder().Track().Point(new() { Time = Start, HeartRate = 120 }).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.PositionLat]);
        Assert.Equal(120, activity.Records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void A_time_zone_is_told_and_Z_is_none()
    {
        var east = new GpxFileBuilder().Track().Raw("<trkpt lat='1' lon='2'><time>2024-05-01T08:12:03+02:00</time></trkpt>").ToBytes();
        var utc = new GpxFileBuilder().Track().Point(At(0)).ToBytes();

        Assert.Equal(Start, Only(east).Start);
        Assert.Equal(Offset.FromHours(2), Only(east).UtcOffset);
        Assert.Null(Only(utc).UtcOffset);
    }

    [Fact]
    public void Values_interrupted_by_comments_references_and_CDATA_are_whole()
    {
        var file = new GpxFileBuilder().Track().Raw("<trkpt lat='&#49;' lon='2'><ele>1<!-- - -->2<![CDATA[.5]]></ele></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(12.5, activity.Records[RecordField.Altitude]![0]);
        Assert.Equal(1, activity.Records[RecordField.PositionLat]![0]);
    }

    private static GpxPoint At(int second) =>
        new() { Latitude = 50 + (second * 0.001), Longitude = 8, Elevation = 100.5, Time = Start.Plus(Duration.FromSeconds(second)) };

    private static Activity Only(byte[] file) => Assert.Single(GpxReader.Read(file).Activities);

    private static double[] Values(Activity activity, RecordField field) => activity.Records[field]!.ToArray();
}
