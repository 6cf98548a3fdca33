using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class PlausibleDateTests
{
    private const int Week = 7;
    private static readonly BeliefContext Context = new(null, MadeActivity.Now);

    [Fact]
    public void The_first_possible_day_is_that_of_the_year_2000()
    {
        Assert.True(IsPossible(Instant.FromUtc(2000, 1, 1, 0, 0)));
        Assert.False(IsPossible(Instant.FromUtc(1999, 12, 31, 23, 59)));
    }

    [Fact]
    public void The_last_possible_day_is_the_one_after_the_file_was_handed_over()
    {
        Assert.True(IsPossible(Instant.FromUtc(2026, 11, 2, 23, 59)));
        Assert.False(IsPossible(Instant.FromUtc(2026, 11, 3, 0, 0)));
    }

    [Fact]
    public void The_day_is_that_of_the_runners_clock()
    {
        var east = Made() with { UtcOffset = Offset.FromHours(12) };
        var west = Made() with { UtcOffset = Offset.FromHours(-12) };

        Assert.False(PlausibleDate.IsPossible(east, Instant.FromUtc(2026, 11, 2, 12, 0), MadeActivity.Now));
        Assert.True(PlausibleDate.IsPossible(east, Instant.FromUtc(2026, 11, 2, 11, 59), MadeActivity.Now));
        Assert.True(PlausibleDate.IsPossible(west, Instant.FromUtc(2026, 11, 3, 11, 59), MadeActivity.Now));
    }

    [Fact]
    public void A_device_cannot_have_recorded_before_it_was_sold()
    {
        var run = Made() with { DeviceSince = new LocalDate(2019, 1, 1) };

        Assert.False(PlausibleDate.IsPossible(run, Instant.FromUtc(2018, 12, 31, 23, 0), MadeActivity.Now));
        Assert.True(PlausibleDate.IsPossible(run, Instant.FromUtc(2019, 1, 1, 0, 0), MadeActivity.Now));
    }

    [Fact]
    public void A_day_that_can_be_is_the_same_activity()
    {
        var run = Made();

        Assert.Same(run, PlausibleDate.Of(run, Context));
    }

    [Fact]
    public void A_day_that_cannot_be_moves_to_the_first_of_1970_and_what_was_stated_is_kept()
    {
        var start = Instant.FromUtc(1995, 5, 5, 5, 0);
        var run = MadeActivity.Lasting(10).With(made => made with { Start = start, UtcOffset = Offset.FromHours(2) }).Build();

        var moved = PlausibleDate.Of(run, Context);

        Assert.Equal((NodaConstants.UnixEpoch, Offset.Zero), (moved.Start, moved.UtcOffset));
        Assert.Equal(new ActivityNote(NoteKind.DateUnknown, Stated: MadeActivity.UnixSeconds(start)), Assert.Single(moved.Notes));
    }

    [Fact]
    public void Without_a_start_the_first_record_with_a_time_tells_the_day()
    {
        var run = MadeActivity.Lasting(3).Times((i, _) => i == 0 ? double.NaN : 1000 + i).Build() with { Start = null };

        Assert.Equal(1001, Assert.Single(PlausibleDate.Of(run, Context).Notes).Stated);
    }

    [Fact]
    public void A_day_that_may_be_a_month_is_asked_for()
    {
        var moved = PlausibleDate.Of(Made() with { IsDayUnsure = true }, Context);

        Assert.Equal(NodaConstants.UnixEpoch, moved.Start);
        Assert.Equal([NoteKind.DateUnknown, NoteKind.DayUnsure], moved.Notes.Select(note => note.Kind));
        Assert.Equal(MadeActivity.UnixSeconds(MadeActivity.Morning), moved.Notes[1].Stated);
    }

    [Fact]
    public void A_track_without_any_time_that_holds_something_has_an_unknown_day()
    {
        var empty = new Activity { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };

        Assert.Equal([NoteKind.DateUnknown], PlausibleDate.Of(empty with { TotalDistance = new Distance(1) }, Context).Notes.Select(note => note.Kind));
        Assert.Equal(NodaConstants.UnixEpoch, PlausibleDate.Of(empty with { TotalTimer = Duration.FromSeconds(1) }, Context).Start);
        Assert.Same(empty, PlausibleDate.Of(empty, Context));
        Assert.Equal(empty with { TotalDistance = Distance.Zero }, PlausibleDate.Of(empty with { TotalDistance = Distance.Zero }, Context));
        Assert.Equal(empty with { TotalTimer = Duration.Zero }, PlausibleDate.Of(empty with { TotalTimer = Duration.Zero }, Context));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Two_points_are_a_track_and_one_is_none(int points, bool isTrack)
    {
        var latitude = Column.Of([.. Enumerable.Repeat(47.0, points)]);
        var track = new Activity
        {
            Format = ActivityFormat.Gpx,
            Records = new RecordStream(points, null, [KeyValuePair.Create(RecordField.PositionLat, latitude)]),
        };

        Assert.Equal(isTrack, PlausibleDate.Of(track, Context).Start is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_clock_that_missed_turns_of_the_week_counter_is_told_by_the_age_of_the_watch(int turns)
    {
        var run = Made() with
        {
            Start = MadeActivity.Morning - Duration.FromDays(turns * 1024 * Week),
            DeviceSince = new LocalDate(2019, 1, 1),
        };

        var expected = turns == 1 ? 1024 : (int?)null;
        var moved = PlausibleDate.Of(run, Context);

        // Two turns before October 2026 is July 1987, below the count of FIT's calendar: that is no clock of satellites.
        Assert.Equal(expected, moved.Notes.SingleOrDefault(note => note.Kind == NoteKind.ClockWeeksBehind)?.Count);
        Assert.Equal(NodaConstants.UnixEpoch, moved.Start);
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(2.0, true)]
    [InlineData(-2.0, true)]
    [InlineData(2.1, false)]
    [InlineData(-2.1, false)]
    public void The_day_on_which_the_file_was_made_tells_it_within_two_days(double days, bool isTold)
    {
        var run = Made() with
        {
            Start = MadeActivity.Morning - Duration.FromDays(1024 * Week),
            FileCreated = MadeActivity.Morning + Duration.FromDays(days),
        };

        var moved = PlausibleDate.Of(run, Context);

        Assert.Equal(isTold, moved.Notes.Any(note => note.Kind == NoteKind.ClockWeeksBehind));
    }

    [Fact]
    public void A_file_made_in_the_future_tells_nothing()
    {
        var run = Made() with
        {
            Start = MadeActivity.Now + Duration.FromDays(10 - (1024 * Week)),
            FileCreated = MadeActivity.Now + Duration.FromDays(10),
        };

        Assert.Same(run, PlausibleDate.Of(run, Context));
    }

    private static Activity Made() => MadeActivity.Lasting(10).Build();

    private static bool IsPossible(Instant moment) => PlausibleDate.IsPossible(Made(), moment, MadeActivity.Now);
}
