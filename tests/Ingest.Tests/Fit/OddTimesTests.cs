using KneeLoad.Ingest.Activities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>Clocks that were never set, run out, or are set right on the way.</summary>
public sealed class OddTimesTests
{
    [Theory]
    [InlineData(0u, "1989-12-31T00:00:00Z")]
    [InlineData(3_663_901_696u, "2106-02-07T06:28:16Z")]
    [InlineData(4_294_967_294u, "2126-02-06T06:28:14Z")]
    public void UP_14_The_first_and_the_last_second_that_FIT_can_count_are_read(uint seconds, string expected)
    {
        var file = new FitFileBuilder().Message(0, 20, FitField.UInt32(253, seconds), FitField.UInt8(3, 140));

        var activity = Only(file);

        Assert.Equal(expected, activity.Start.ToString());
    }

    [Fact]
    public void UP_14_Records_keep_the_order_of_the_file_where_the_clock_goes_back()
    {
        var file = new FitFileBuilder();
        int[] seconds = [0, 1, -3600, -3599, 2];
        foreach (var second in seconds)
        {
            file.Record(new FitRecord { Time = MadeRuns.Start + Duration.FromSeconds(second), HeartRate = 140 });
        }

        var times = Only(file).Records.TimeUnixSeconds!;

        Assert.Equal(seconds.Select(second => (double)(MadeRuns.Start.ToUnixTimeSeconds() + second)), times.ToArray());
    }

    [Fact]
    public void UP_14_A_pause_of_three_hours_is_one_pause()
    {
        var end = MadeRuns.Start + Duration.FromHours(3);
        var file = new FitFileBuilder().TimerStop(MadeRuns.Start).TimerStart(end).Record(new FitRecord { Time = end, HeartRate = 90 });

        Assert.Equal([new Pause(MadeRuns.Start, end)], Only(file).Pauses);
    }

    [Fact]
    public void UP_14_Totals_below_zero_are_not_stated()
    {
        // Signed numbers where the profile has unsigned ones, as a damaged or hostile file may have them.
        var file = new FitFileBuilder().Message(
            0, 18, FitField.UInt32(2, FitFileBuilder.Seconds(MadeRuns.Start)), FitField.SInt32(7, -5000), FitField.SInt32(8, -1), FitField.SInt32(9, -100));

        var activity = Only(file);

        Assert.Equal((null, null, null), (activity.TotalElapsed, activity.TotalTimer, activity.TotalDistance));
    }

    private static Activity Only(FitFileBuilder file) => Assert.Single(ActivityReader.Read(file.ToBytes()).Activities);
}
