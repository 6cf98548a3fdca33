using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Speeds, gaps, pauses and late records come to the right motion.</summary>
public sealed class MotionTests
{
    [Fact]
    public void Speeds_above_8_metres_a_second_are_dropped()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 500 and < 560 ? 20 : 3).Analyse();

        Assert.DoesNotContain(run.Cells.Cells, cell => cell.SpeedBin > 80);
        Assert.InRange(run.Cells.Cells.Sum(cell => cell.Metres), 2780, 2900);
    }

    [Fact]
    public void A_gap_counts_half_a_minute_and_all_of_its_metres()
    {
        var run = MadeActivity.At([.. Enumerable.Range(0, 301).Select(i => (double)i), .. Enumerable.Range(420, 301).Select(i => (double)i)])
            .Speed(3).Analyse();

        var cell = Assert.Single(run.Cells.Cells);
        Assert.Equal(2160, cell.Metres, 3);
        Assert.Equal(3, cell.Speed.MetresPerSecond, 6);
        Assert.Equal(630, run.Metrics.Moving.TotalSeconds, 6);
    }

    [Fact]
    public void A_pause_is_no_time()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 400 and < 600 ? 0 : 3).Pause(400, 600).Analyse();

        Assert.Equal(800, run.Metrics.Timer.TotalSeconds, 6);
        Assert.Equal(1000, run.Metrics.Elapsed.TotalSeconds, 6);
        Assert.Equal(800, run.Metrics.Moving.TotalSeconds, 6);
        Assert.Equal(0, run.Metrics.Walking!.Value.Metres);
        Assert.Equal(800, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
    }

    [Fact]
    public void Standing_with_the_timer_running_is_timer_time_and_no_moving_time()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 400 and < 600 ? 0 : 3).Analyse();

        Assert.Equal(1000, run.Metrics.Timer.TotalSeconds, 6);
        Assert.InRange(run.Metrics.Moving.TotalSeconds, 800, 815);
    }

    [Fact]
    public void Late_records_are_left_out()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Times(s => s == 500 ? 490 : s).Analyse();

        Assert.Equal(1000, run.Metrics.Elapsed.TotalSeconds, 6);
        Assert.Equal(1000, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
    }

    [Fact]
    public void A_clock_set_back_by_hours_loses_nothing()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Times(s => s < 500 ? s : s - 7200).Analyse();

        Assert.Equal(999, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
        Assert.Equal(3000, run.Cells.Cells.Sum(cell => cell.Metres), 2);
    }
}
