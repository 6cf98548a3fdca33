using KneeLoad.Web.Features.WeeklyMail.Times;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Tests.Features.WeeklyMail.Times;

public sealed class SendTimeTests
{
    [Theory]
    // Before and after the hour of this week.
    [InlineData("Europe/Berlin", IsoDayOfWeek.Monday, 7, "2026-11-16T05:59:59Z", "2026-W46", "2026-11-09T06:00:00Z")]
    [InlineData("Europe/Berlin", IsoDayOfWeek.Monday, 7, "2026-11-16T06:00:00Z", "2026-W47", "2026-11-16T06:00:00Z")]
    // Sunday evening in Auckland is Sunday morning in Greenwich, and Monday there is Sunday here.
    [InlineData("Pacific/Auckland", IsoDayOfWeek.Monday, 7, "2026-11-15T18:00:00Z", "2026-W47", "2026-11-15T18:00:00Z")]
    // Skipped hours: 02:00 does not exist in Berlin on 29 March 2026, in New York on 8 March; Lord Howe skips half of it on 4 October.
    [InlineData("Europe/Berlin", IsoDayOfWeek.Sunday, 2, "2026-03-29T01:00:00Z", "2026-W13", "2026-03-29T01:00:00Z")]
    [InlineData("America/New_York", IsoDayOfWeek.Sunday, 2, "2026-03-08T07:00:00Z", "2026-W10", "2026-03-08T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", IsoDayOfWeek.Sunday, 2, "2026-10-03T15:30:00Z", "2026-W40", "2026-10-03T15:30:00Z")]
    // Doubled hour: 02:00 comes twice in Berlin on 25 October 2026; the first one counts.
    [InlineData("Europe/Berlin", IsoDayOfWeek.Sunday, 2, "2026-10-25T00:00:00Z", "2026-W43", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Berlin", IsoDayOfWeek.Sunday, 2, "2026-10-25T01:00:00Z", "2026-W43", "2026-10-25T00:00:00Z")]
    // Apia had no 30 December 2011, a Friday: the mail of that week comes a day later.
    [InlineData("Pacific/Apia", IsoDayOfWeek.Friday, 7, "2011-12-30T17:00:00Z", "2011-W52", "2011-12-30T17:00:00Z")]
    // Midnight does not exist in Cairo on 24 April 2026.
    [InlineData("Africa/Cairo", IsoDayOfWeek.Friday, 0, "2026-04-23T22:00:00Z", "2026-W17", "2026-04-23T22:00:00Z")]
    // The week that holds New Year belongs to the year that it began in.
    [InlineData("Etc/UTC", IsoDayOfWeek.Saturday, 7, "2027-01-02T08:00:00Z", "2026-W53", "2027-01-02T07:00:00Z")]
    public void The_newest_send_time_that_has_passed(string zone, IsoDayOfWeek day, int hour, string now, string week, string due)
    {
        var time = SendTime.Newest(DateTimeZoneProviders.Tzdb[zone], day, hour, InstantPattern.General.Parse(now).Value);

        Assert.Equal(week, time.Week.ToString());
        Assert.Equal(InstantPattern.General.Parse(due).Value, time.Due);
    }
}
