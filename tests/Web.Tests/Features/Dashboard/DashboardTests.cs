using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

/// <summary>The first screen, from uploaded files through the real pipeline.</summary>
public sealed partial class DashboardTests : IClassFixture<RunningService>
{
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public DashboardTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task The_first_screen_stands_in_the_order_of_the_product_page()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        string[] order =
            [
                "Load on your knees", "The furthest run that is no jump", "The last 7 days", "Growth of the week", "Surfaces, 28 days",
                "Cadence at your own pace", "Foot strike", "Last run", "How were your knees?", "What to do",
            ];
        Assert.Equal(order, Headings().Matches(page).Select(heading => heading.Groups[1].Value));
    }

    [Fact]
    public async Task A_long_run_is_named_with_its_share_and_points_and_holds_the_ceiling()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        Assert.Contains("Elevated", page, StringComparison.Ordinal);
        Assert.Contains("Monday's run of 5.4 km was 50 % beyond your longest of the 30 days before it (3.6 km).", page, StringComparison.Ordinal);
        Assert.Contains("48 of 85", page, StringComparison.Ordinal);
        // 1.10 times what a spike counts for: 1.10 times 3.6 km.
        Assert.Contains("Up to 4.3 km", page, StringComparison.Ordinal);
        Assert.Contains("10.1136/bjsports-2024-109380", page, StringComparison.Ordinal);
        Assert.Contains("Why not higher?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_version_read_differently_is_told_until_it_is_dismissed()
    {
        var runner = await host.RunnerWithHistoryAsync();
        Assert.DoesNotContain("A newer version read your files again.", await runner.ReadAsync("/"), StringComparison.Ordinal);
        await host.AskAsync(async db =>
        {
            var runs = await db.Runs.OrderBy(run => run.Start).Select(run => run.Id).Take(4).ToListAsync();
            db.RenewedRuns.AddRange(runs.Select(run => new RenewedRun { RunnerId = runner.RunnerId, RunId = run, Change = RenewalChange.Distance }));
            db.RenewedRuns.Add(new() { RunnerId = runner.RunnerId, RunId = runs[0], Change = RenewalChange.CountsNoMore });
            return await db.SaveChangesAsync();
        });

        var told = await runner.ReadAsync("/");
        using var dismissed = await runner.SubmitAsync("/?handler=dismiss");

        Assert.Contains("4 runs: distance corrected; 1 run: counts as a run no more.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("A newer version read your files again.", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_today_is_set_beside_the_ceiling()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var before = await runner.ReadAsync("/");

        await runner.UploadAndFinishAsync(("today.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromHours(8))));
        var after = await runner.ReadAsync("/");

        Assert.DoesNotContain("today already", before, StringComparison.Ordinal);
        Assert.Contains("You have run 3.6 km today already.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_add_up_to_the_score()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        var score = int.Parse(Score().Match(page).Groups[1].Value);
        Assert.Equal(score, Points().Matches(page).Sum(row => int.Parse(row.Groups[1].Value)));
    }

    [Fact]
    public async Task Before_the_third_run_the_page_says_how_many_are_missing()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files[^3..^1]);

        var page = await runner.ReadAsync("/");

        Assert.Contains("Not enough runs yet", page, StringComparison.Ordinal);
        Assert.Contains("2 of 3 runs, 10 of 14 days", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of 100 points", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_long_break_the_count_begins_anew()
    {
        clock.Advance(Duration.FromDays(150));
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        Assert.Contains("0 of 3 runs, 0 of 14 days", page, StringComparison.Ordinal);
        Assert.Contains("Your last run was on Mon 4 May 2026.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_run_an_example_is_marked_as_one_and_leads_nowhere()
    {
        var runner = await host.ConsentingRunnerAsync("a");

        var page = await runner.ReadAsync("/");

        Assert.Contains("0 of 3 runs.", page, StringComparison.Ordinal);
        Assert.Contains("An example, not you", page, StringComparison.Ordinal);
        Assert.Contains("48 of 85", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/runs/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/score/", page, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.ShownAssessments.CountAsync()));
    }

    [Theory]
    [InlineData("4.2", "4.2 km: no jump.")]
    [InlineData("5", "5.0 km: 1.26 times as far as 4.0 km, which counts as your longest.")]
    public async Task A_planned_distance_is_judged(string planned, string words)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync($"/?planned={planned}");

        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("1e99")]
    [InlineData("<b>")]
    public async Task What_is_no_distance_is_not_judged(string planned)
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync($"/?planned={Uri.EscapeDataString(planned)}");

        Assert.DoesNotContain("notice tone-low", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-planned", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_nothing_is_scored()
    {
        var runner = await host.RunnerWithHistoryAsync(consents: false);

        var page = await runner.ReadAsync("/");

        Assert.Contains("There is no score until you agree", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Load on your knees", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Up to ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_taps_enter_the_pain_and_raise_the_level_but_not_the_points()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var before = Score().Match(await runner.ReadAsync("/")).Groups[1].Value;
        Assert.NotEmpty(before);

        using var reply = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "6"), ("SettledWithinHour", "false"), ("fromToday", "true"));

        Assert.Equal("/#check-in", reply.Headers.Location?.OriginalString);
        var page = await runner.ReadAsync("/");
        Assert.Contains("level tone-high", page, StringComparison.Ordinal);
        Assert.Contains("Your diary says: stop running until it has settled.", page, StringComparison.Ordinal);
        Assert.Contains("No distance today", page, StringComparison.Ordinal);
        Assert.Contains($"Your running load alone has {before} of 100 points. Pain set the level", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_thing_to_do_stands_in_the_score_card_and_both_answers_look_alike()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        var score = page[page.IndexOf("score-title", StringComparison.Ordinal)..page.IndexOf("today-title", StringComparison.Ordinal)];
        Assert.Contains("Keep the next runs below", score, StringComparison.Ordinal);
        Assert.Contains("edge-elevated", page, StringComparison.Ordinal);
        Assert.Contains("""<button class="button quiet" name="SettledWithinHour" value="true">Yes</button>""", page, StringComparison.Ordinal);
        Assert.Contains("""<button class="button quiet" name="SettledWithinHour" value="false">No</button>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_four_load_measures_stand_as_rows_and_the_one_that_counts_is_marked()
    {
        var runner = await host.RunnerWithHistoryAsync();

        var page = await runner.ReadAsync("/");

        Assert.All(["Longest run", "Many small steps", "Downhill", "Week"], name => Assert.Contains($"<span>\n      {name}", page, StringComparison.Ordinal));
        Assert.Single(Marked().Matches(page));
    }

    [Fact]
    public async Task The_morning_after_is_asked_and_answered_once()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var entered = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("WorstPain", "2"), ("SettledWithinHour", "true"));
        clock.Advance(Duration.FromDays(1));
        Assert.Contains("Were they worse this morning", await runner.ReadAsync("/"), StringComparison.Ordinal);
        var id = await host.AskAsync(db => db.DiaryNotes.Select(note => note.Id).SingleAsync());

        using var answered = await runner.SubmitAsync($"/diary?handler=morning&id={id}", ("worse", "true"));

        Assert.True(await host.AskAsync(db => db.DiaryNotes.Select(note => note.WorseNextMorning).SingleAsync()));
        Assert.DoesNotContain("Were they worse this morning", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signed_in_sees_what_it_is_and_how_to_begin()
    {
        using var http = host.CreateClient();

        var page = PlainPages.Plain(await http.GetStringAsync("/"));

        Assert.Contains("What did your knees take this week?", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/account/register\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<h2[^>]*>([^<]+)</h2>", RegexOptions.None, 1000)]
    private static partial Regex Headings();

    [GeneratedRegex(@"points"">(\d+) of 100 points", RegexOptions.None, 1000)]
    private static partial Regex Score();

    [GeneratedRegex("<span class=\"badge tone-accent\">counts</span>", RegexOptions.None, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("class=\"points\">(\\d+) of \\d+<", RegexOptions.None, 1000)]
    private static partial Regex Points();
}
