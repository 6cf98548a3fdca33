using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class TimerPausesTests
{
    private const uint Begin = 1_000_000_000;
    private const uint End = Begin + 1000;

    [Fact]
    public void A_pause_lasts_from_a_stop_to_the_next_start() =>
        Assert.Equal([(100, 160)], Of(Start(0), Stop(100), Start(160), Stop(900)));

    [Fact]
    public void A_stop_without_a_later_start_is_the_end_of_the_recording() => Assert.Empty(Of(Start(0), Stop(900)));

    [Fact]
    public void Of_two_stops_in_a_row_the_first_begins_the_pause() => Assert.Equal([(100, 160)], Of(Stop(100), Stop(120), Start(160)));

    [Fact]
    public void A_start_without_a_stop_ends_nothing() => Assert.Empty(Of(Start(0), Start(100), Start(200)));

    [Fact]
    public void A_pause_of_no_length_is_none() => Assert.Empty(Of(Stop(100), Start(100)));

    [Fact]
    public void A_start_before_its_stop_makes_no_pause_and_the_next_one_counts() =>
        Assert.Equal([(120, 130)], Of(Stop(100), Start(90), Stop(120), Start(130)));

    [Fact]
    public void A_pause_is_cut_to_the_session()
    {
        Assert.Equal([(0, 50)], Of(Stop(-100), Start(50)));
        Assert.Equal([(950, 1000)], Of(Stop(950), Start(1100)));
        Assert.Equal([(0, 1000)], Of(Stop(-100), Start(1100)));
        Assert.Empty(Of(Stop(-100), Start(0)));
        Assert.Empty(Of(Stop(1000), Start(1100)));
    }

    [Fact]
    public void Pauses_that_would_overlap_follow_one_another() =>
        Assert.Equal([(100, 200), (200, 250)], Of(Stop(100), Start(200), Stop(150), Start(250)));

    [Fact]
    public void No_more_pauses_than_allowed_are_kept()
    {
        TimerEvent[] events = [Stop(100), Start(110), Stop(200), Start(210), Stop(300), Start(310)];

        Assert.Equal([(100, 110), (200, 210)], Of(2, events));
        Assert.Empty(Of(0, events));
    }

    [Fact]
    public void Without_events_there_are_no_pauses() => Assert.Empty(Of());

    private static TimerEvent Start(int second) => new((uint)(Begin + second), Starts: true);

    private static TimerEvent Stop(int second) => new((uint)(Begin + second), Starts: false);

    private static IEnumerable<(int From, int To)> Of(params TimerEvent[] events) => Of(int.MaxValue, events);

    private static IEnumerable<(int From, int To)> Of(int most, TimerEvent[] events)
    {
        var begin = FitTime.ToInstant(Begin);
        return TimerPauses.Of(events, Begin, End, most).Select(pause => ((int)(pause.Start - begin).TotalSeconds, (int)(pause.End - begin).TotalSeconds));
    }
}
