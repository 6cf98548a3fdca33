using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitClockTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 7, 0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_moved_file_tells_the_same_run_on_another_day(bool bigEndian)
    {
        var file = RunOf(Start, bigEndian);
        var week = Duration.FromDays(7);

        var moved = FitReader.Read(FitClock.Move(file, week));

        Assert.Equal(ReadStatus.Read, moved.Status);
        Assert.Empty(moved.Warnings);
        var activity = Assert.Single(moved.Activities);
        Assert.Equal(Start + week, activity.Start);
        Assert.Equal(Offset.FromHours(2), activity.UtcOffset);
        Assert.Equal((Start + week).ToUnixTimeSeconds(), activity.Records.TimeUnixSeconds![0]);
    }

    [Fact]
    public void A_move_there_and_back_gives_the_same_bytes()
    {
        var file = RunOf(Start, bigEndian: false);

        var back = FitClock.Move(FitClock.Move(file, Duration.FromDays(70)), Duration.FromDays(-70));

        Assert.Equal(file, back);
    }

    [Fact]
    public void A_move_that_compressed_times_cannot_follow_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => FitClock.Move(RunOf(Start, bigEndian: false), Duration.FromSeconds(1)));

    private static byte[] RunOf(Instant start, bool bigEndian) => new FitFileBuilder { BigEndian = bigEndian }
        .FileId(start)
        .TimerStart(start)
        .Record(new FitRecord { Time = start, HeartRate = 120 })
        .Record(new FitRecord { Time = start + Duration.FromSeconds(1), HeartRate = 121 })
        .Session(new FitSession { Start = start, Elapsed = Duration.FromSeconds(1) })
        .Activity(start + Duration.FromSeconds(1), Offset.FromHours(2))
        .ToBytes();
}
