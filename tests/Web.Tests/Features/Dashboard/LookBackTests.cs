using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Dashboard;

/// <summary>The first screen of an earlier day is the one that stood there then.</summary>
public sealed class LookBackTests : IClassFixture<RunningService>
{
    private const string MadeDay = "2026-05-06";

    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public LookBackTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task An_earlier_day_says_what_it_said_then_and_asks_nothing()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var then = Cards(await runner.ReadAsync("/"));
        clock.Advance(Duration.FromDays(40));
        await runner.UploadAndFinishAsync(("next.fit", MadeRun.Fit(MadeHistory.Now + Duration.FromDays(2), minutes: 40)));
        var kept = await host.AskAsync(db => db.ShownAssessments.CountAsync());

        var page = await runner.ReadAsync("/?on=" + MadeDay);

        var now = Cards(page);
        Assert.Contains("How were your knees?", then.Keys);
        Assert.DoesNotContain("How were your knees?", now.Keys);
        Assert.Equal(then.Where(card => card.Key != "How were your knees?"), now);
        Assert.Contains("You are looking back at Wed 6 May 2026.", page, StringComparison.Ordinal);
        Assert.Contains("/?on=2026-04-29", page, StringComparison.Ordinal);
        Assert.Contains("/?on=2026-05-13", page, StringComparison.Ordinal);
        Assert.Empty(Parsed(page).QuerySelectorAll("main a[href^='/score/']"));
        Assert.Equal(kept, await host.AskAsync(db => db.ShownAssessments.CountAsync()));
    }

    [Fact]
    public async Task A_plan_is_judged_by_the_day_that_is_looked_at()
    {
        var runner = await host.RunnerWithHistoryAsync();
        clock.Advance(Duration.FromDays(3));

        var page = Parsed(await runner.ReadAsync($"/?on={MadeDay}&planned=4"));

        Assert.Equal(MadeDay, page.QuerySelector("form.ask input[type=hidden][name=on]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("form.ask ~ [role=status]"));
    }

    [Theory]
    [InlineData("2026-05-07")]
    [InlineData("1066-10-14")]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    [InlineData("%00")]
    public async Task No_such_day_is_told_and_today_is_shown(string on)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/?on=" + on);

        Assert.Contains("That is no day to look back at.", page, StringComparison.Ordinal);
        Assert.Contains("How were your knees?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_of_an_earlier_day_is_none_of_today()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/?on=2026-05-04");

        Assert.Contains("Already run: 5.4 km", page, StringComparison.Ordinal);
        Assert.Contains("You had run 5.4 km on that day already.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("today already", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_first_run_says_so()
    {
        var runner = await host.RunnerWithHistoryAsync();

        Assert.Contains("No run of yours is that old.", await runner.ReadAsync("/?on=2025-05-06"), StringComparison.Ordinal);
    }

    private static IHtmlDocument Parsed(string page) => new HtmlParser().ParseDocument(page);

    // The words of each card; the check-in and what is kept of a day are linked to on that day alone.
    private static Dictionary<string, string> Cards(string page)
    {
        var parsed = Parsed(page);
        foreach (var link in parsed.QuerySelectorAll("a[href='#check-in'], a[download]"))
        {
            link.Remove();
        }

        return parsed.QuerySelectorAll(".board > section").ToDictionary(
            card => card.QuerySelector("h2")!.TextContent.Trim(),
            card => string.Join(' ', card.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparer.Ordinal);
    }
}
