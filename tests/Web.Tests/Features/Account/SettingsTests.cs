using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Account;

public sealed class SettingsTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new StoppedClock(MadeHistory.Now));

    [Fact]
    public async Task What_is_saved_is_stored_and_shown()
    {
        var runner = await host.RunnerAsync("a", weeklyMail: true);

        using var reply = await SaveAsync(runner, ("Input.Units", "Imperial"), ("Input.TimeZone", "America/New_York"), ("Input.BirthYear", "1980"),
            ("Input.KneeInjury", "2026-02-03"), ("Input.FootStrike", "Heel"), ("Input.FootStrikeOn", "2026-04-01"), ("Input.MailHour", "18"), ("Input.MailDay", "Sunday"));

        var row = await RowAsync();
        Assert.Equal((UnitSystem.Imperial, "America/New_York", 1980), (row.Units, row.TimeZone, row.BirthYear));
        Assert.Equal((new LocalDate(2026, 2, 3), true, new LocalDate(2026, 4, 1)), (row.KneeInjury, row.ToldHeelStrike, row.ToldFootStrikeOn));
        Assert.Equal((18, IsoDayOfWeek.Sunday, false), (row.MailHour, row.MailDay, row.WeeklyMail));
        Assert.Contains("value=\"1980\"", await runner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.TimeZone", "Mars/Olympus", "This time zone is not known.")]
    [InlineData("Input.MailHour", "24", "The hour of the mail is 0 to 23.")]
    [InlineData("Input.BirthYear", "80", "Enter the year of birth with four digits")]
    [InlineData("Input.FootStrike", "Heel", "Enter the day of the video too")]
    public async Task What_cannot_be_is_said_and_not_saved(string field, string value, string words)
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await SaveAsync(runner, ("Input.Units", "Imperial"), (field, value));

        Assert.Contains(words, Pages.Plain(await reply.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(UnitSystem.Metric, (await RowAsync()).Units);
    }

    [Fact]
    public async Task A_new_start_of_the_week_adds_the_stored_weeks_up_anew()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);

        using var reply = await SaveAsync(runner, ("Input.WeekStart", "Sunday"));

        var days = await host.AskAsync(db => db.Weeks.Select(week => week.FirstDay).ToListAsync());
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.Equal(IsoDayOfWeek.Sunday, day.DayOfWeek));
    }

    [Fact]
    public async Task Consent_is_dated_and_can_be_withdrawn()
    {
        var runner = await host.RunnerAsync("a");

        using var given = await runner.SubmitAsync("/settings?handler=consent", ("agreed", "true"));
        Assert.Equal(MadeHistory.Now, (await RowAsync()).HealthConsent);
        Assert.Contains("You agreed on Wed 6 May 2026, 15:00", await runner.ReadAsync("/settings"), StringComparison.Ordinal);

        using var withdrawn = await runner.SubmitAsync("/settings?handler=consent", ("agreed", "false"));
        Assert.Null((await RowAsync()).HealthConsent);
    }

    [Fact]
    public async Task A_pause_greys_the_score_and_takes_the_ceiling_away()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);

        using var reply = await runner.SubmitAsync("/settings?handler=pause", ("paused", "true"));

        var page = await runner.ReadAsync("/");
        Assert.Contains("level tone-unknown", page, StringComparison.Ordinal);
        Assert.Contains("You paused. It comes back when you end the pause.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var runner = await host.RunnerAsync("a");
        var before = await RowAsync();

        using var reply = await SaveAsync(runner, ("Input.Email", "b@example.org"), ("EmailConfirmed", "true"), ("Input.Id", Guid.NewGuid().ToString()), ("Input.HealthConsent", "true"));

        var after = await RowAsync();
        Assert.Equal((before.Id, before.Email, before.EmailConfirmed, before.HealthConsent), (after.Id, after.Email, after.EmailConfirmed, after.HealthConsent));
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
