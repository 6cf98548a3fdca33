using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class RunnersClockTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void Times_that_name_a_zone_stay()
    {
        var run = Local(Instant.FromUtc(2026, 7, 1, 8, 0)) with { IsLocalTime = false };

        Assert.Same(run, RunnersClock.Of(run, Berlin));
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(1, 1)]
    public void Times_without_one_are_the_runners_own_in_summer_and_in_winter(int month, int hours)
    {
        var shown = Instant.FromUtc(2026, month, 1, 8, 0);

        var dated = RunnersClock.Of(Local(shown), Berlin);

        Assert.Equal(shown - Duration.FromHours(hours), dated.Start);
        Assert.Equal(Offset.FromHours(hours), dated.UtcOffset);
        Assert.Equal(MadeActivity.UnixSeconds(shown) - (3600 * hours), dated.Records.TimeUnixSeconds![0]);
        Assert.False(dated.IsLocalTime);
        Assert.Equal([NoteKind.ZoneOfRunner], dated.Notes.Select(note => note.Kind));
    }

    [Fact]
    public void An_hour_that_the_clocks_leave_out_is_read_with_the_offset_before()
    {
        // 2026-03-29 02:30 does not exist in Berlin: the clocks go from 02:00 to 03:00. It is 03:30 then, 01:30 in UTC.
        var dated = RunnersClock.Of(Local(Instant.FromUtc(2026, 3, 29, 2, 30)), Berlin);

        Assert.Equal(Offset.FromHours(2), dated.UtcOffset);
    }

    [Fact]
    public void Where_nobody_knows_the_zone_the_shown_time_stands()
    {
        var shown = Instant.FromUtc(2026, 7, 1, 8, 0);

        var dated = RunnersClock.Of(Local(shown), zone: null);

        Assert.Equal((shown, Offset.Zero), (dated.Start, dated.UtcOffset));
    }

    [Fact]
    public void A_recording_without_a_start_stays()
    {
        var run = new Activity { Format = ActivityFormat.Gpx, IsLocalTime = true, Records = RecordStream.Empty };

        Assert.Same(run, RunnersClock.Of(run, Berlin));
    }

    private static Activity Local(Instant shown)
    {
        var by = (shown - MadeActivity.Morning).TotalSeconds;
        return MadeActivity.Lasting(10).Times((_, time) => time + by).With(run => run with { IsLocalTime = true }).Build();
    }
}
