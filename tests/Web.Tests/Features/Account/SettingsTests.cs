using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Account;

public sealed class SettingsTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task What_is_saved_is_stored_and_shown()
    {
        var runner = await host.RunnerAsync("a", weeklyMail: true);

        using var reply = await SaveAsync(runner, ("Input.Units", "Imperial"), ("Input.TimeZone", "America/New_York"), ("Input.BirthYear", "1980"),
            ("Input.KneeInjury", "2026-02-03"),
            ("Input.FootStrike", "Heel"),
            ("Input.FootStrikeOn", "2026-04-01"),
            ("Input.MailHour", "18"),
            ("Input.MailDay", "Sunday"));

        var row = await RowAsync();
        Assert.Equal((UnitSystem.Imperial, "America/New_York", 1980), (row.Units, row.TimeZone, row.BirthYear));
        Assert.Equal((new LocalDate(2026, 2, 3), true, new LocalDate(2026, 4, 1)), (row.KneeInjury, row.ToldHeelStrike, row.ToldFootStrikeOn));
        Assert.Equal((18, IsoDayOfWeek.Sunday, false), (row.MailHour, row.MailDay, row.WeeklyMail));
        Assert.Contains("value=\"1980\"", await runner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_run_before_is_told_in_the_units_that_were_shown()
    {
        var runner = await host.RunnerAsync("a");

        using var told = await SaveAsync(
            runner, ("Input.Units", "Imperial"), ("Input.LongestBefore", "10"), ("Input.LongestIn", "Imperial"), ("Input.OtherInjury", "2026-03-01"));

        var row = await RowAsync();
        Assert.Equal((16_093.44, new LocalDate(2026, 3, 1), null), (row.LongestBeforeMetres, row.OtherInjury, row.KneeInjury));
        Assert.Contains("value=\"10\"", await runner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_distance_that_nobody_changed_stays_to_the_metre_whatever_units_show_it()
    {
        var runner = await host.RunnerAsync("a");
        using var told = await SaveAsync(runner, ("Input.LongestBefore", "21.1"), ("Input.LongestIn", "Metric"), ("Input.Units", "Imperial"));

        using var again = await SaveAsync(runner, ("Input.LongestBefore", "13.11"), ("Input.LongestIn", "Imperial"), ("Input.Units", "Imperial"));

        Assert.Equal(21_100, (await RowAsync()).LongestBeforeMetres);
    }

    [Fact]
    public async Task An_emptied_field_takes_its_answer_back()
    {
        var runner = await host.RunnerAsync("a");
        using var told = await SaveAsync(
            runner, ("Input.LongestBefore", "12"), ("Input.KneeInjury", "2026-02-03"), ("Input.OtherInjury", "2026-03-01"), ("Input.BirthYear", "1980"));

        using var emptied = await SaveAsync(runner, ("Input.LongestBefore", ""), ("Input.KneeInjury", ""), ("Input.OtherInjury", ""), ("Input.BirthYear", ""));

        var row = await RowAsync();
        Assert.Equal((null, null, null, null), (row.LongestBeforeMetres, row.KneeInjury, row.OtherInjury, row.BirthYear));
    }

    [Theory]
    [InlineData("Input.LongestBefore", "0", "Enter the longest run as a distance above zero")]
    [InlineData("Input.OtherInjury", "2026-05-08", "The day of an injury lies ahead.")]
    [InlineData("Input.KneeInjury", "2027-01-01", "The day of an injury lies ahead.")]
    [InlineData("Input.BirthYear", "2031", "The year of birth lies ahead.")]
    [InlineData("Input.TimeZone", "Mars/Olympus", "This time zone is not known.")]
    [InlineData("Input.MailHour", "24", "The hour of the mail is 0 to 23.")]
    [InlineData("Input.BirthYear", "80", "Enter the year of birth with four digits")]
    [InlineData("Input.FootStrike", "Heel", "Enter the day of the video too")]
    public async Task What_cannot_be_is_said_and_not_saved(string field, string value, string words)
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await SaveAsync(runner, ("Input.Units", "Imperial"), (field, value));

        Assert.Contains(words, PlainPages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(UnitSystem.Metric, (await RowAsync()).Units);
    }

    [Fact]
    public async Task A_new_start_of_the_week_adds_the_stored_weeks_up_anew()
    {
        var runner = await host.RunnerWithHistoryAsync(consents: false);

        using var reply = await SaveAsync(runner, ("Input.WeekStart", "Sunday"));

        var days = await host.AskAsync(db => db.Weeks.Select(week => week.FirstDay).ToListAsync());
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.Equal(IsoDayOfWeek.Sunday, day.DayOfWeek));
    }

    [Theory]
    [InlineData("/diary", "/diary")]
    [InlineData("//evil.example", "/account/about-you")]
    [InlineData("", "/account/about-you")]
    public async Task After_the_consent_one_is_back_where_one_was(string back, string expected)
    {
        var undecided = await host.RunnerAsync("undecided", storing: false);
        using var wanted = new HttpRequestMessage(HttpMethod.Get, "/diary");
        wanted.Headers.Accept.ParseAdd("text/html");
        using var asked = await undecided.Http.SendAsync(wanted);

        using var agreed = await undecided.SubmitAsync("/settings?handler=consent", ("fromToday", "true"), ("storing", "true"), ("back", back));

        Assert.Equal("/?back=%2Fdiary", asked.Headers.Location?.OriginalString);
        Assert.Contains(
            "name=\"back\" value=\"/diary\"", await (await host.RunnerAsync("other", storing: false)).ReadAsync("/?back=%2Fdiary"), StringComparison.Ordinal);
        Assert.Equal(expected, agreed.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Consent_is_dated_and_can_be_withdrawn()
    {
        var runner = await host.RunnerAsync("a");

        using var given = await runner.SubmitAsync("/settings?handler=consent", ("scoring", "true"));
        Assert.Equal(MadeHistory.Now, (await RowAsync()).ScoringConsent);
        Assert.Contains("You agreed on Wed 6 May 2026, 15:00", await runner.ReadAsync("/settings"), StringComparison.Ordinal);

        using var withdrawn = await runner.SubmitAsync("/settings?handler=consent", ("scoring", "false"));
        Assert.Null((await RowAsync()).ScoringConsent);
    }

    [Fact]
    public async Task A_pause_greys_the_score_and_takes_the_ceiling_away()
    {
        var runner = await host.RunnerWithHistoryAsync();

        using var reply = await runner.SubmitAsync("/settings?handler=pause", ("paused", "true"));

        var page = await runner.ReadAsync("/");
        Assert.Contains("level tone-unknown", page, StringComparison.Ordinal);
        Assert.Contains("You paused. It comes back when you end the pause.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AZ_07_Fields_that_the_form_does_not_have_change_nothing()
    {
        var runner = await host.RunnerAsync("a");
        var before = await RowAsync();

        using var reply = await SaveAsync(
            runner, ("Input.Email", "b@example.org"), ("EmailConfirmed", "true"), ("Input.Id", Guid.NewGuid().ToString()), ("Input.Storing", "true"));

        var after = await RowAsync();
        Assert.Equal(
            (before.Id, before.Email, before.EmailConfirmed, before.ScoringConsent), (after.Id, after.Email, after.EmailConfirmed, after.ScoringConsent));
    }

    private static Task<HttpResponseMessage> SaveAsync(RunnerClient runner, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] usual =
        [
            ("Input.Units", "Metric"), ("Input.WeekStart", "Monday"), ("Input.TimeZone", "UTC"), ("Input.WeeklyMail", "false"),
            ("Input.MailDay", "Monday"), ("Input.MailHour", "7"), ("Input.FootStrike", "NotTold"),
        ];
        return runner.SubmitAsync("/settings", [.. usual.Where(field => changes.All(change => change.Name != field.Name)), .. changes]);
    }

    private Task<Runner> RowAsync() => host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
}
