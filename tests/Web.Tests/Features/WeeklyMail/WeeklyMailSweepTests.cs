using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>
/// Mails come to the right runners at the right time, whatever clocks and calendars do. Mails become files here; the server is in the tests of
/// sending.
/// </summary>
public sealed class WeeklyMailSweepTests
{
    private static readonly Instant MondayNoon = At("2026-11-16T12:00:00Z");

    [Fact]
    public async Task A_mail_goes_when_its_local_hour_has_passed_and_not_before()
    {
        await using var house = await MailHouse.OpenAsync(At("2026-11-16T05:59:00Z"));
        await house.AddRunnerAsync(change: runner => runner.Created = house.Clock.GetCurrentInstant() - Duration.FromMinutes(1));

        await house.SweepAsync();
        var before = await house.RowsAsync();
        house.Clock.Advance(Duration.FromMinutes(1));
        await house.SweepAsync();

        Assert.Empty(before);
        var row = await house.RowAsync();
        Assert.Equal(("2026-W47", MailState.Sent), (row.IsoWeek, row.State));
        Assert.Empty(await house.UseAsync(db => db.Work.ToListAsync()));
        Assert.Equal(house.Clock.GetCurrentInstant(), row.Sent);
        Assert.Equal($"<{row.MessageId}>", Assert.Single(house.Files())["Message-ID"]);
    }

    [Fact]
    public async Task It_goes_once_a_week_and_every_week()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunsAsync(await house.AddRunnerAsync(), [.. Fortnights(from: "2026-11-09", count: 3)]);

        await house.SweepUntilAsync(MondayNoon + Duration.FromDays(21), Duration.FromHours(5));

        Assert.Equal(["2026-W47", "2026-W48", "2026-W49", "2026-W50"], await house.WeeksAsync());
        Assert.Equal(4, house.Files().Count);
    }

    [Fact]
    public async Task Who_does_not_want_it_or_took_back_consent_gets_none()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunnerAsync(name: "off", change: runner => runner.WeeklyMail = false);
        await house.AddRunnerAsync(name: "withdrawn", change: runner => runner.ScoringConsent = null);

        await house.SweepAsync();

        Assert.Empty(await house.RowsAsync());
    }

    [Fact]
    public async Task Who_joined_after_the_hour_waits_for_the_next_week()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunnerAsync(change: runner => runner.Created = MondayNoon - Duration.FromHours(1));

        await house.SweepUntilAsync(MondayNoon + Duration.FromDays(7), Duration.FromHours(12));

        Assert.Equal(["2026-W48"], await house.WeeksAsync());
    }

    [Theory]
    // The send time lies in the hour that is skipped: Berlin 29 March, New York 8 March, Lord Howe 4 October (half an hour), Cairo 24 April.
    [InlineData("Europe/Berlin", IsoDayOfWeek.Sunday, 2, "2026-03-28T20:00:00Z", "2026-W13")]
    [InlineData("America/New_York", IsoDayOfWeek.Sunday, 2, "2026-03-08T00:00:00Z", "2026-W10")]
    [InlineData("Australia/Lord_Howe", IsoDayOfWeek.Sunday, 2, "2026-10-03T10:00:00Z", "2026-W40")]
    [InlineData("Africa/Cairo", IsoDayOfWeek.Friday, 0, "2026-04-23T18:00:00Z", "2026-W17")]
    // It lies in the hour that comes twice: Berlin 25 October, New York 1 November, Lord Howe 5 April.
    [InlineData("Europe/Berlin", IsoDayOfWeek.Sunday, 2, "2026-10-24T20:00:00Z", "2026-W43")]
    [InlineData("America/New_York", IsoDayOfWeek.Sunday, 1, "2026-11-01T00:00:00Z", "2026-W44")]
    [InlineData("Australia/Lord_Howe", IsoDayOfWeek.Sunday, 1, "2026-04-04T10:00:00Z", "2026-W14")]
    // Gaza's clock changes by a timetable of its own; Apia had no Friday in that week.
    [InlineData("Asia/Gaza", IsoDayOfWeek.Saturday, 2, "2026-03-27T18:00:00Z", "2026-W13")]
    [InlineData("Pacific/Apia", IsoDayOfWeek.Friday, 7, "2011-12-30T00:00:00Z", "2011-W52")]
    public async Task CL_01_CL_02_A_day_on_which_the_clock_changes_has_one_mail(string zone, IsoDayOfWeek day, int hour, string from, string week)
    {
        await using var house = await MailHouse.OpenAsync(At(from));
        await house.AddRunnerAsync(zone, day, hour, change: runner => runner.Created = house.Clock.GetCurrentInstant());

        await house.SweepUntilAsync(At(from) + Duration.FromHours(36), Duration.FromMinutes(30));

        Assert.Equal([week], await house.WeeksAsync());
    }

    [Theory]
    // Over the date line and back, before and after the mail of the day, to the east and to the west.
    [InlineData("Pacific/Honolulu", "Pacific/Auckland", IsoDayOfWeek.Sunday, 8)]
    [InlineData("Pacific/Auckland", "Pacific/Honolulu", IsoDayOfWeek.Sunday, 8)]
    [InlineData("Pacific/Honolulu", "Pacific/Auckland", IsoDayOfWeek.Monday, 7)]
    [InlineData("Pacific/Auckland", "Pacific/Honolulu", IsoDayOfWeek.Monday, 7)]
    [InlineData("Europe/Berlin", "America/New_York", IsoDayOfWeek.Monday, 0)]
    public async Task CL_03_Whenever_a_runner_changes_zone_each_ISO_week_has_one_mail(string here, string there, IsoDayOfWeek day, int hour)
    {
        // One runner moves at each sixth hour of the two days around the mail, and stays.
        await using var house = await MailHouse.OpenAsync(At("2026-11-14T17:00:00Z"));
        for (var moving = 0; moving < 9; moving++)
        {
            await house.AddRunnerAsync(here, day, hour, name: $"runner{moving}");
        }

        for (var moving = 0; moving < 9; moving++)
        {
            await house.SweepUntilAsync(house.Clock.GetCurrentInstant() + Duration.FromHours(5), Duration.FromHours(2));
            await house.ChangeAsync($"runner{moving}", runner => runner.TimeZone = there);
        }

        await house.SweepUntilAsync(At("2026-11-30T12:00:00Z"), Duration.FromHours(12));

        var weeks = (await house.RowsAsync()).ToLookup(row => row.RunnerId, row => row.IsoWeek);
        Assert.Equal(9, weeks.Count);
        Assert.All(weeks, runner => Assert.Equal(["2026-W46", "2026-W47", "2026-W48"], runner.Where(week => week is "2026-W46" or "2026-W47" or "2026-W48")));
    }

    [Theory]
    [InlineData(7 * 24, 2)]
    [InlineData(400 * 24, 2)]
    [InlineData(-1, 1)]
    [InlineData(-24, 1)]
    public async Task CL_04_A_clock_that_jumps_floods_nobody(int hours, int mails)
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunsAsync(await house.AddRunnerAsync(), [.. Fortnights(from: "2026-11-09", count: 30)]);
        await house.SweepAsync();

        house.Clock.Advance(Duration.FromHours(hours));
        await house.SweepAsync();
        await house.SweepAsync();
        house.Clock.Reset(MondayNoon);
        await house.SweepAsync();

        Assert.Equal(mails, (await house.RowsAsync()).Count);
        Assert.Equal(mails, house.Files().Count);
    }

    [Theory]
    [InlineData("2026-11-16T07:00:00Z", "2026-W47")]
    [InlineData("2026-11-19T06:00:00Z", "2026-W47")]
    [InlineData("2026-12-07T06:30:00Z", "2026-W50")]
    [InlineData("2026-12-11T12:00:00Z", "2026-W50")]
    public async Task CL_05_After_an_outage_the_mail_of_the_current_week_goes_and_no_other(string back, string week)
    {
        await using var house = await MailHouse.OpenAsync(At("2026-11-10T12:00:00Z"));
        await house.AddRunnerAsync();
        await house.SweepAsync();

        house.Clock.Reset(At(back));
        await house.SweepAsync();
        await house.SweepAsync();

        Assert.Equal(["2026-W46", week], await house.WeeksAsync());
    }

    [Fact]
    public async Task A_mail_of_Sunday_missed_by_an_outage_goes_on_Tuesday()
    {
        await using var house = await MailHouse.OpenAsync(At("2026-11-14T12:00:00Z"));
        await house.AddRunnerAsync(day: IsoDayOfWeek.Sunday);
        await house.SweepAsync();

        house.Clock.Reset(At("2026-11-17T12:00:00Z"));
        await house.SweepAsync();

        Assert.Equal(["2026-W45", "2026-W46"], await house.WeeksAsync());
    }

    [Fact]
    public async Task CL_06_The_week_over_new_year_is_one_week()
    {
        await using var house = await MailHouse.OpenAsync(At("2026-12-28T12:00:00Z"));
        await house.AddRunnerAsync();

        await house.SweepUntilAsync(At("2027-01-04T12:00:00Z"), Duration.FromHours(12));

        Assert.Equal(["2026-W53", "2027-W01"], await house.WeeksAsync());
    }

    [Fact]
    public async Task SM_07_Mails_go_in_the_order_of_their_send_times()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon, settings: KeyValuePair.Create("Mail:Connections", (string?)"1"));
        var berlin = await house.AddRunnerAsync("Europe/Berlin", name: "berlin");
        var auckland = await house.AddRunnerAsync("Pacific/Auckland", name: "auckland");
        var lisbon = await house.AddRunnerAsync("Europe/Lisbon", name: "lisbon");

        await house.SweepAsync();

        // Rows are numbered as they come; the ids of two mails within a millisecond tell no order.
        var order = await house.UseAsync(db => db.Database.SqlQuery<Guid>($"""SELECT "RunnerId" AS "Value" FROM "WeeklyMails" ORDER BY rowid""").ToListAsync());
        Assert.Equal([auckland, berlin, lisbon], order);
    }

    [Fact]
    public async Task A_stored_mail_opens_nothing()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunnerAsync();

        await house.SweepAsync();

        var row = await house.RowAsync();
        var mail = Assert.Single(house.Files());
        var token = mail["List-Unsubscribe"].Split('/')[^1].TrimEnd('>');
        Assert.Equal(43, token.Length);
        Assert.Contains($"https://knee.example.org/mail/unsubscribe/{token}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://knee.example.org/mail/unsubscribe/{token}", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token, row.TextBody + row.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN", mail.Text + mail.Html, StringComparison.Ordinal);
        var hashes = await house.UseAsync(db => db.MailTokens.Select(one => one.TokenHash).ToListAsync());
        Assert.Equal(2, hashes.Count);
        Assert.DoesNotContain(hashes, hash => hash.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_row_keeps_what_was_said_and_what_it_rests_on()
    {
        await using var house = await MailHouse.OpenAsync(MondayNoon);
        await house.AddRunnerAsync();

        await house.SweepAsync();

        var row = await house.RowAsync();
        Assert.Equal("How to bring your runs", row.Subject);
        Assert.Contains("No run has arrived here yet.", row.TextBody, StringComparison.Ordinal);
        Assert.Contains("\"modelVersion\":\"2\"", row.Assessment, StringComparison.Ordinal);
        Assert.Contains("\"asOf\":\"2026-11-16\"", row.Assessment, StringComparison.Ordinal);
    }

    /// <summary>Days two weeks apart, so that no mail between them is one of a month without runs.</summary>
    private static IEnumerable<LocalDate> Fortnights(string from, int count) =>
        Enumerable.Range(0, count).Select(i => LocalDatePattern.Iso.Parse(from).Value.PlusWeeks(2 * i));

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
