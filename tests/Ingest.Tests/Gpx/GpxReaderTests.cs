using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Gpx;

/// <summary>Tracks: versions, segments, sports, times and totals.</summary>
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
            .Raw(
                "</trkseg><extensions><s:TrackStatsExtension xmlns:s='x'>"
                    + "<s:Distance>5012.5</s:Distance><s:TimerTime>1800</s:TimerTime><s:Ascent>20</s:Ascent>"
                    + "</s:TrackStatsExtension></extensions><trkseg>")
            .ToBytes();

        var activity = Only(file);

        Assert.Equal(5012.5, activity.TotalDistance?.Metres);
        Assert.Equal(Duration.FromMinutes(30), activity.TotalTimer);
        Assert.Equal(20, activity.TotalAscent?.Metres);
    }

    [Fact]
    public void A_route_is_no_recording()
    {
        var result = GpxReader.Read("<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>"u8);

        Assert.Equal(ReadStatus.Rejected, result.Status);
        Assert.Equal(ReadFault.NoActivity, result.Fault);
        Assert.Equal(RemarkKind.RouteAlone, result.Reason?.Kind);
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
    public void A_time_zone_is_told_and_Z_is_none()
    {
        var east = new GpxFileBuilder().Track().Raw("<trkpt lat='1' lon='2'><time>2024-05-01T08:12:03+02:00</time></trkpt>").ToBytes();
        var utc = new GpxFileBuilder().Track().Point(At(0)).ToBytes();

        Assert.Equal(Start, Only(east).Start);
        Assert.Equal(Offset.FromHours(2), Only(east).UtcOffset);
        Assert.Null(Only(utc).UtcOffset);
    }

    private static GpxPoint At(int second) =>
        new() { Latitude = 50 + (second * 0.001), Longitude = 8, Elevation = 100.5, Time = Start.Plus(Duration.FromSeconds(second)) };

    private static Activity Only(byte[] file) => Assert.Single(GpxReader.Read(file).Activities);

    private static double[] Values(Activity activity, RecordField field) => activity.Records[field]!.ToArray();
}
