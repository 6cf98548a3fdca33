using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Gpx;

public sealed class GpxTrackTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);
    private static readonly XmlTime FileTime = new(0, 60);
    private readonly GpxTrack track = new(new ReadWarnings());

    [Fact]
    public void A_track_without_points_begins_when_its_file_was_made() => Assert.Equal(NodaConstants.UnixEpoch, Build().Start);

    [Fact]
    public void A_track_of_points_begins_with_its_first_time_and_never_with_the_files()
    {
        Point(null);
        Assert.Null(Build().Start);

        Point("2024-05-01T06:12:03Z");
        Assert.Equal(Start, Build().Start);
    }

    [Fact]
    public void Its_own_name_and_kind_come_before_those_of_the_file()
    {
        Assert.Equal(("hike", "hiking", "File"), (Build().SportText, Build().Sport, Build().Name));

        track.Type = "run";
        track.Name = "Track";

        Assert.Equal(("run", "running", "Track"), (Build().SportText, Build().Sport, Build().Name));
    }

    [Fact]
    public void Totals_come_from_the_statistics_by_their_names()
    {
        track.Statistics["TotalElapsedTime"] = 2000;
        track.Statistics["TimerTime"] = 1800.5;
        track.Statistics["Distance"] = 5000;
        track.Statistics["Ascent"] = 61;
        track.Statistics["Descent"] = 58;

        var activity = Build();

        Assert.Equal((2000, 1800.5), (activity.TotalElapsed!.Value.TotalSeconds, activity.TotalTimer!.Value.TotalSeconds));
        Assert.Equal([5000, 61, 58], new[] { activity.TotalDistance, activity.TotalAscent, activity.TotalDescent }.Select(metres => metres!.Value.Metres));
    }

    [Fact]
    public void A_time_of_ten_years_and_more_is_not_stated()
    {
        track.Statistics["TimerTime"] = 315_576_000;
        track.Statistics["TotalElapsedTime"] = 315_575_999;

        Assert.Null(Build().TotalTimer);
        Assert.NotNull(Build().TotalElapsed);
        Assert.Null(Build().TotalDistance);
    }

    [Theory]
    [InlineData("Garmin Connect", CadenceUnit.StridesPerMinute)]
    [InlineData("StravaGPX", CadenceUnit.StridesPerMinute)]
    public void Makers_that_hand_on_what_the_watch_counts_count_one_leg(string creator, CadenceUnit unit)
    {
        track.Type = "run";
        Point("2024-05-01T06:12:03Z", "85");

        Assert.Equal(unit, Build(creator).CadenceUnit);
        Assert.Equal(creator, Build(creator).Maker);
    }

    [Fact]
    public void A_new_segment_is_a_pause()
    {
        track.BeginSegment();
        Point("2024-05-01T06:12:03Z");
        track.BeginSegment();
        Point("2024-05-01T06:13:03Z");

        Assert.Equal([new Pause(Start, Start + Duration.FromMinutes(1))], Build().Pauses);
    }

    private Activity Build(string? creator = null) => track.ToActivity(creator, FileTime, "hike", "File");

    private void Point(string? time, string cadence = "")
    {
        track.Records.Begin();
        track.Records.SetTime(Encoding.UTF8.GetBytes(time ?? string.Empty));
        track.Records.Set(RecordField.Cadence, Encoding.UTF8.GetBytes(cadence));
        track.FinishPoint();
    }
}
