using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class TimerEventTests
{
    private const ushort Event = 21;
    private const uint Time = 1_000_000_000;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(8, false)]
    [InlineData(9, false)]
    public void Start_is_a_start_and_each_of_the_four_stops_a_stop(byte type, bool starts) =>
        Assert.Equal(new TimerEvent(Time, starts), Read(FitField.UInt32(253, Time), FitField.Enumeration(0, 0), FitField.Enumeration(1, type)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(255)]
    public void Markers_and_ends_that_stop_nothing_are_no_timer_events(byte type) =>
        Assert.Null(Read(FitField.UInt32(253, Time), FitField.Enumeration(0, 0), FitField.Enumeration(1, type)));

    [Theory]
    [InlineData(3)]
    [InlineData(42)]
    [InlineData(255)]
    public void Events_of_something_else_than_the_timer_are_none(byte number) =>
        Assert.Null(Read(FitField.UInt32(253, Time), FitField.Enumeration(0, number), FitField.Enumeration(1, 0)));

    [Fact]
    public void An_event_without_a_time_or_a_type_is_none()
    {
        Assert.Null(Read(FitField.Enumeration(0, 0), FitField.Enumeration(1, 0)));
        Assert.Null(Read(FitField.UInt32(253, Time), FitField.Enumeration(0, 0)));
        Assert.Null(Read(FitField.UInt32(253, Time), FitField.Enumeration(1, 0)));
    }

    private static TimerEvent? Read(params FitField[] fields) => TimerEvent.From(MadeMessages.Of(Event, fields));
}
