using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class FitCountsTests
{
    [Fact]
    public void An_empty_file_counts_nothing()
    {
        var counts = Count(new FitFileBuilder());

        Assert.Equal((0, 0, 0, 0), (counts.Records, counts.Sessions, counts.Laps, counts.BeatIntervals));
    }

    [Fact]
    public void Records_sessions_and_laps_are_counted_each_for_itself()
    {
        var part = new FitSession { Start = MadeRuns.Start, Elapsed = Duration.FromMinutes(1) };

        var counts = Count(new FitFileBuilder()
            .FileId(MadeRuns.Start)
            .Record(new FitRecord { HeartRate = 140 })
            .Record(new FitRecord { HeartRate = 141 })
            .Lap(part)
            .Record(new FitRecord { HeartRate = 142, StridesPerMinute = 85 })
            .Lap(part)
            .Lap(part)
            .Session(part));

        Assert.Equal((3, 1, 3, 0), (counts.Records, counts.Sessions, counts.Laps, counts.BeatIntervals));
    }

    [Fact]
    public void Intervals_between_beats_are_counted_as_many_as_there_is_room_for()
    {
        // Five elements, then two and a half.
        var counts = Count(new FitFileBuilder()
            .Message(0, 78, FitField.UInt16(0, 812, 799, 0xFFFF, 0xFFFF, 0xFFFF))
            .Message(0, 78, FitField.Raw(0, 0x84, 1, 2, 3, 4, 5)));

        Assert.Equal(7, counts.BeatIntervals);
    }

    private static FitCounts Count(FitFileBuilder builder)
    {
        var counts = default(FitCounts);
        var cursor = MadeMessages.Walk(builder);
        while (cursor.MoveNext())
        {
            counts.Add(cursor);
        }

        return counts;
    }
}
