using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class RecordClockTests
{
    [Fact]
    public void The_span_goes_from_the_first_time_to_the_last()
    {
        var clock = RecordClock.Of(MadeActivity.Lasting(600).Times((i, time) => i is 0 or 600 ? double.NaN : time).Build())!;

        Assert.Equal((598.0, 598.0), (clock.Span, clock.Running));
        Assert.Equal(601, clock.Seconds.Length);
    }

    [Fact]
    public void Times_out_of_order_span_from_the_earliest_to_the_latest()
    {
        var clock = RecordClock.Of(MadeActivity.Lasting(10).Times((i, time) => i == 5 ? time + 100 : time).Build())!;

        Assert.Equal(105, clock.Span);
    }

    [Fact]
    public void Without_a_time_there_is_no_clock()
    {
        var timeless = MadeActivity.Lasting(3).Times((_, _) => double.NaN).With(run => run with { Start = MadeActivity.Morning }).Build();

        Assert.Null(RecordClock.Of(timeless));
        Assert.Null(RecordClock.Of(new Activity { Format = ActivityFormat.Gpx, Records = RecordStream.Empty }));
    }

    [Fact]
    public void Pauses_count_as_far_as_they_lie_between_first_and_last()
    {
        Assert.Equal(540, Running((100, 160)));
        Assert.Equal(570, Running((-100, 30)));
        Assert.Equal(570, Running((570, 900)));
        Assert.Equal(600, Running((-100, 0)));
        Assert.Equal(600, Running((600, 700)));
        Assert.Equal(500, Running((100, 160), (200, 240)));
    }

    [Fact]
    public void Pauses_longer_than_the_recording_leave_nothing() => Assert.Equal(0, Running((-100, 700), (-100, 700)));

    [Fact]
    public void A_walk_says_whether_the_timer_stood_between_two_moments()
    {
        var walk = Clock((100, 160), (200, 240)).Walk();

        Assert.False(IsPaused(ref walk, 0, 100));
        Assert.True(IsPaused(ref walk, 99, 101));
        Assert.True(IsPaused(ref walk, 120, 130));
        Assert.True(IsPaused(ref walk, 159, 170));
        Assert.False(IsPaused(ref walk, 160, 200));
        Assert.True(IsPaused(ref walk, 160, 201));
        Assert.True(IsPaused(ref walk, 239, 300));
        Assert.False(IsPaused(ref walk, 240, 900));
    }

    [Fact]
    public void A_walk_without_pauses_never_stands()
    {
        var walk = Clock().Walk();

        Assert.False(IsPaused(ref walk, 0, 600));
    }

    private static bool IsPaused(ref RecordClock.PauseWalk walk, int from, int to)
    {
        var morning = MadeActivity.UnixSeconds(MadeActivity.Morning);
        return walk.IsPaused(morning + from, morning + to);
    }

    private static double Running(params (int From, int To)[] pauses) => Clock(pauses).Running;

    private static RecordClock Clock(params (int From, int To)[] pauses) => RecordClock.Of(MadeActivity.Lasting(600).With(run => run with
    {
        Pauses = [.. pauses.Select(pause => new Pause(At(pause.From), At(pause.To)))],
    }).Build())!;

    private static Instant At(int second) => MadeActivity.Morning + Duration.FromSeconds(second);
}
