using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Account;

/// <summary>The questions of a first visit: asked once consent is given, each optional, and part of the history that is assessed.</summary>
public sealed class AboutYouTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task Consent_on_the_first_screen_leads_to_the_questions_and_they_to_the_first_screen()
    {
        var runner = await host.RunnerAsync("a");

        using var agreed = await runner.SubmitAsync("/settings?handler=consent", ("storing", "true"), ("scoring", "true"), ("fromToday", "true"));
        using var answered = await runner.SubmitAsync(
            "/account/about-you",
            ("Input.LongestBefore", "6.5"),
            ("Input.LongestIn", "Imperial"),
            ("Input.KneeInjury", "2026-01-10"),
            ("Input.BirthYear", "1980"));

        Assert.Equal("/account/about-you", agreed.Headers.Location?.OriginalString);
        Assert.Equal("/", answered.Headers.Location?.OriginalString);
        var row = await RowAsync();
        Assert.Equal((UnitSystem.Imperial, 10_460.736, 1980), (row.Units, Math.Round(row.LongestBeforeMetres ?? 0, 3), row.BirthYear));
        Assert.Equal((new LocalDate(2026, 1, 10), null), (row.KneeInjury, row.OtherInjury));
    }

    [Fact]
    public async Task Consent_in_the_settings_stays_there()
    {
        var runner = await host.RunnerAsync("a");

        using var agreed = await runner.SubmitAsync("/settings?handler=consent", ("scoring", "true"));

        Assert.StartsWith("/settings", agreed.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_need_be_answered()
    {
        var runner = await host.RunnerAsync("a");

        using var empty = await runner.SubmitAsync("/account/about-you", ("Input.LongestIn", "Metric"));

        Assert.Equal(HttpStatusCode.Redirect, empty.StatusCode);
        var row = await RowAsync();
        Assert.Equal((null, null, null, null), (row.LongestBeforeMetres, row.KneeInjury, row.OtherInjury, row.BirthYear));
    }

    [Fact]
    public async Task Each_question_says_why_it_is_asked()
    {
        var runner = await host.RunnerAsync("a");

        var page = PlainPages.Plain(await runner.ReadAsync("/account/about-you"));

        Assert.Contains("would look like a jump in your first weeks here", page, StringComparison.Ordinal);
        Assert.Contains("strongest known sign of a next one", page, StringComparison.Ordinal);
        Assert.Contains("the studies are of adults", page, StringComparison.Ordinal);
    }

    private Task<Runner> RowAsync() => host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
}
