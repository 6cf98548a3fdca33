using System.Net;
using System.Text.Json;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>Runs, weeks, scores and ceilings as a program reads them.</summary>
public sealed class ReadingApiTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task Runs_are_listed_page_by_page_each_once_and_shown_one_by_one()
    {
        using var program = await ProgramAsync();

        var all = await ItemsAsync(program, "/api/v1/runs?limit=200");
        var paged = await AllPagesAsync(program, "/api/v1/runs?limit=3");
        var one = await program.ReadAsync($"/api/v1/runs/{all[2].GetProperty("id").GetGuid()}");

        Assert.Equal(await host.AskAsync(db => db.Runs.CountAsync()), all.Count);
        Assert.Equal(Ids(all), Ids(paged));
        Assert.Equal(all[2].GetRawText(), one.GetRawText());
        Assert.Equal(all.Select(run => run.GetProperty("start").GetString()).OrderDescending(StringComparer.Ordinal), Starts(all));
        Assert.True(one.GetProperty("distanceMetres").GetDouble() > 1_000);
        Assert.True(one.GetProperty("kneeKm").GetDouble() > 0);
    }

    [Fact]
    public async Task Filters_take_what_they_name_and_nothing_else()
    {
        using var program = await ProgramAsync();
        var all = await ItemsAsync(program, "/api/v1/runs?limit=200");
        var lengths = all.Select(run => run.GetProperty("distanceMetres").GetDouble()).Order().ToList();
        var (least, most) = (lengths[1], lengths[^2]);
        var day = all[all.Count / 2].GetProperty("localDate").GetString()!;
        var surface = await host.AskAsync(db => db.Runs.Where(run => run.Surface != null).CountAsync());

        var within = await AllPagesAsync(program, FormattableString.Invariant($"/api/v1/runs?limit=2&minDistanceMetres={least:R}&maxDistanceMetres={most:R}"));
        var from = await ItemsAsync(program, $"/api/v1/runs?limit=200&from={day}");
        var until = await ItemsAsync(program, $"/api/v1/runs?limit=200&until={day}");
        var runs = await ItemsAsync(program, "/api/v1/runs?limit=200&kind=run&counts=true");
        var walks = await ItemsAsync(program, "/api/v1/runs?limit=200&kind=walk");
        var sand = await ItemsAsync(program, "/api/v1/runs?limit=200&surface=sand");

        Assert.Equal(Ids([.. all.Where(run => run.GetProperty("distanceMetres").GetDouble() is var metres && metres >= least && metres <= most)]), Ids(within));
        Assert.Equal(Ids([.. all.Where(run => string.CompareOrdinal(run.GetProperty("localDate").GetString(), day) >= 0)]), Ids(from));
        Assert.Equal(Ids([.. all.Where(run => string.CompareOrdinal(run.GetProperty("localDate").GetString(), day) <= 0)]), Ids(until));
        Assert.All(runs, run => Assert.Equal("run", run.GetProperty("kind").GetString()));
        Assert.NotEmpty(runs);
        Assert.Equal(all.Count(run => run.GetProperty("kind").GetString() == "walk"), walks.Count);
        Assert.True(surface > 0 || sand.Count == 0);
    }

    [Theory]
    [InlineData("/api/v1/runs?kind=flight")]
    [InlineData("/api/v1/runs?from=yesterday")]
    [InlineData("/api/v1/runs?surface=lava")]
    [InlineData("/api/v1/runs?limit=0")]
    [InlineData("/api/v1/runs?minDistanceMetres=x")]
    [InlineData("/api/v1/weeks?after=word")]
    [InlineData("/api/v1/assessment?on=2999-01-01")]
    [InlineData("/api/v1/assessment?on=0001-01-01")]
    [InlineData("/api/v1/assessment?on=never")]
    [InlineData("/api/v1/ceiling?plannedMetres=-1")]
    [InlineData("/api/v1/ceiling?plannedMetres=NaN")]
    public async Task DO_08_What_is_none_is_a_problem(string address)
    {
        using var program = await ProgramAsync();

        using var reply = await program.Http.GetAsync(address);

        await ApiClient.ExpectAsync(HttpStatusCode.BadRequest, reply);
    }

    [Fact]
    public async Task Weeks_and_the_assessment_of_any_day_are_those_of_the_pages()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var program = await ApiClient.OfAsync(host, runner.RunnerId, TokenScopes.Read);
        await runner.ReadAsync("/");
        var shown = StoredJson.ReadAssessment(await runner.Http.GetByteArrayAsync("/score/2026-05-06.json")).Outcome;

        var weeks = await AllPagesAsync(program, "/api/v1/weeks?limit=4");
        var today = await program.ReadAsync("/api/v1/assessment");
        var same = await program.ReadAsync("/api/v1/assessment?on=2026-05-06");
        var earlier = await program.ReadAsync("/api/v1/assessment?on=2026-04-01");
        var ceiling = await program.ReadAsync("/api/v1/ceiling?plannedMetres=50000");

        Assert.Equal("2026-05-06", today.GetProperty("asOf").GetString());
        Assert.Equal(today.GetRawText(), same.GetRawText());
        Assert.Equal("2026-04-01", earlier.GetProperty("asOf").GetString());
        Assert.Equal(shown.Score, today.GetProperty("score").Deserialize<int?>());
        Assert.Equal(today.GetProperty("ceiling").GetRawText(), ceiling.GetProperty("ceiling").GetRawText());
        Assert.Equal(50_000, ceiling.GetProperty("planned").GetProperty("metres").GetDouble());
        Assert.Equal("2026-05-04", weeks[0].GetProperty("start").GetString());
        var starts = weeks.ConvertAll(week => week.GetProperty("start").GetString());
        Assert.Equal(starts.OrderDescending(StringComparer.Ordinal).Distinct(), starts);
    }

    [Fact]
    public async Task A_day_that_is_past_is_assessed_as_if_nothing_had_come_after_it()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var program = await ApiClient.OfAsync(host, runner.RunnerId, TokenScopes.Read);
        var before = await program.ReadAsync("/api/v1/assessment?on=2026-04-15");
        await host.AskAsync(db =>
        {
            db.DiaryNotes.Add(new() { Id = Guid.NewGuid(), RunnerId = runner.RunnerId, Day = new(2026, 4, 20), WorstPain = 8 });
            return db.SaveChangesAsync();
        });
        var later = await host.AskAsync(db => db.Runs.Where(run => run.LocalDate > new NodaTime.LocalDate(2026, 4, 20)).Select(run => run.Id).ToListAsync());
        await host.AskAsync(db => db.Runs.Where(run => later.Contains(run.Id)).ExecuteDeleteAsync());

        var after = await program.ReadAsync("/api/v1/assessment?on=2026-04-15");

        Assert.NotEmpty(later);
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    [Fact]
    public async Task AZ_05_What_is_read_again_and_has_not_changed_is_not_sent_again_and_kept_by_nobody_between()
    {
        using var program = await ProgramAsync();
        using var first = await program.Http.GetAsync("/api/v1/runs?limit=5");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs?limit=5") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var same = await program.Http.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, same.StatusCode));
        Assert.Equal("", await same.Content.ReadAsStringAsync());
        Assert.All(new[] { first, same }, reply =>
        {
            Assert.Equal("no-store, private", reply.Headers.CacheControl?.ToString());
            Assert.Contains("Authorization", reply.Headers.Vary);
        });
    }

    [Fact]
    public void Whoever_reads_too_fast_is_told_how_long_to_wait_and_another_token_is_not_held_up()
    {
        var clock = new FakeClock(MadeHistory.Now);
        var rates = new TokenRates(clock);

        var within = Enumerable.Range(0, TokenRates.PerMinute).Select(_ => rates.Count("a")).ToList();
        var beyond = rates.Count("a");
        var other = rates.Count("b");
        clock.AdvanceMinutes(1);

        Assert.All(within, Assert.Null);
        Assert.InRange(beyond!.Value.TotalSeconds, 1, 60);
        Assert.Null(other);
        Assert.Null(rates.Count("a"));
    }

    private async Task<ApiClient> ProgramAsync() => await ApiClient.OfAsync(host, (await host.RunnerWithHistoryAsync()).RunnerId, TokenScopes.Read);

    private static async Task<List<JsonElement>> ItemsAsync(ApiClient program, string address) =>
        [.. (await program.ReadAsync(address)).GetProperty("items").EnumerateArray()];

    private static async Task<List<JsonElement>> AllPagesAsync(ApiClient program, string address)
    {
        var items = new List<JsonElement>();
        for (string? next = null; ;)
        {
            var page = await program.ReadAsync(address + (next is null ? "" : "&after=" + next));
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if ((next = page.GetProperty("next").GetString()) is null)
            {
                return items;
            }
        }
    }

    private static IEnumerable<Guid> Ids(List<JsonElement> items) => items.Select(item => item.GetProperty("id").GetGuid());

    private static IEnumerable<string?> Starts(List<JsonElement> items) => items.Select(item => item.GetProperty("start").GetString());
}
