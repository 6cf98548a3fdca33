using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Gpx;

public sealed class GpxClockTests
{
    [Fact]
    public void A_moved_file_tells_the_same_run_on_another_day()
    {
        var start = Instant.FromUtc(2026, 3, 1, 7, 0);
        var file = new GpxFileBuilder()
            .Track("running")
            .Point(new() { Latitude = -48, Longitude = -12, Time = start })
            .Point(new() { Latitude = -48.001, Longitude = -12, Time = start + Duration.FromSeconds(40) })
            .ToBytes();

        var moved = GpxReader.Read(GpxClock.Move(file, Duration.FromDays(-21)));

        var activity = Assert.Single(moved.Activities);
        Assert.Equal(start - Duration.FromDays(21), activity.Start);
        Assert.Equal(2, activity.Records.Count);
        Assert.Equal(-48.001, activity.Records[RecordField.PositionLat]![1]);
    }
}
