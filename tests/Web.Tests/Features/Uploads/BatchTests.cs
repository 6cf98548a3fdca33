using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Uploads.Batches;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>The page of a batch: counts in runs, a page of what came of it however large it is, and news while it is read.</summary>
public sealed partial class BatchTests(RunningService service, SharedPostgreSql shared) : IClassFixture<RunningService>
{
    private const int Members = 10_000;
    private const int Small = 150_000;
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task Counts_speak_of_runs()
    {
        var runner = await host.RunnerAsync("a");
        var archive = Zip.Of(
            [
                .. Enumerable.Range(0, 3).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day)))),
                ("again.gpx", MadeRun.Gpx(MadeRun.Monday)), ("broken.fit", MadeRun.Fit(MadeRun.Monday)[..40]), ("notes.txt", "hello"u8.ToArray()),
            ]);

        var batch = await runner.UploadAsync(("export.zip", archive));
        await runner.FinishedAsync(batch);

        var page = PlainPages.Plain(await runner.ReadAsync($"/uploads/{batch}"));
        Assert.Contains("3 runs, 1 duplicate, 1 could not be read, 1 file without a recording", page, StringComparison.Ordinal);
        Assert.Contains("again.gpx", page, StringComparison.Ordinal);
        Assert.Contains("3 runs, 1 duplicate", PlainPages.Plain(await runner.ReadAsync("/uploads")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_says_first_whose_it_is_and_its_runs_from_when_to_when()
    {
        var runner = await host.RunnerAsync("a");
        var files = Enumerable.Range(0, 3).Select(day => ($"DI_CONNECT/{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day))));

        var batch = await runner.UploadAsync(("export.zip", Zip.Of([.. files])));
        var line = Assert.Single(await runner.FinishedAsync(batch));

        var first = MadeRun.Monday.InUtc().Date;
        var (from, to) = (Language.English.Days.WithYear(first), Language.English.Days.WithYear(first.PlusDays(2)));
        var page = PlainPages.Plain(await runner.ReadAsync($"/uploads/{batch}"));
        Assert.Contains(PlainPages.Plain($"Garmin: 3 runs, from {from} to {to}"), page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, line.GetProperty("reason").ValueKind);
    }

    [Fact]
    public async Task DO_08_A_page_of_ten_thousand_runs_is_small_and_asks_little_and_leads_on()
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("export.zip", Zip.Of([("one.fit", MadeRun.Fit(MadeRun.Monday))])));
        await runner.FinishedAsync(batch);
        await host.AskAsync(GrowAsync);
        using var asked = new CountedWrites(host.Folder, isOfRequests: true, ["SELECT"]);
        var page = await runner.ReadAsync($"/uploads/{batch}");

        Assert.Contains($"{Members.ToString("N0", CultureInfo.InvariantCulture)} runs", page, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, Small);
        Assert.InRange(asked.Count, 5, 20);

        var seen = MembersOf(page).ToList();
        for (var pages = 0; pages < 2; pages++)
        {
            page = await runner.ReadAsync(WebUtility.HtmlDecode(Next().Match(page).Groups[1].Value));
            seen.AddRange(MembersOf(page));
        }

        // Newest first, and each once, though hundreds began at the same moment.
        Assert.Equal(Enumerable.Range(1, 300).Select(day => $"{day:00000}.fit").Order(), seen.Order());
        Assert.Equal(["04711.fit"], MembersOf(await runner.ReadAsync($"/uploads/{batch}?name=4711.FIT")));
    }

    [Fact]
    public async Task AZ_01_A_batch_is_its_runners_alone()
    {
        var runner = await host.RunnerAsync("a");
        var other = await host.RunnerAsync("b");
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));

        foreach (var reply in new[]
        {
            await other.Http.GetAsync($"/uploads/{batch}"), await other.Http.GetAsync($"/uploads/{batch}/events"),
            await other.SubmitAsync("/uploads/cancel", ("batch", batch.ToString())), await other.SubmitAsync("/uploads/retry", ("batch", batch.ToString())),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
            reply.Dispose();
        }
    }

    [Fact]
    public async Task News_come_until_nothing_waits_and_a_fifth_window_looks_by_itself()
    {
        var runner = await host.RunnerAsync("a");
        var bell = host.Services.GetRequiredService<ProgressBell>();
        var files = Enumerable.Range(0, 45).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 2)));
        var batch = await runner.UploadAsync(("export.zip", Zip.Of([.. files])));

        var news = await runner.Http.GetStringAsync($"/uploads/{batch}/events");

        Assert.Contains("event: over", news, StringComparison.Ordinal);
        Assert.Contains("\"summary\":\"45 runs\"", news[news.IndexOf("event: over", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var windows = new List<IDisposable>();
        using var bound = new CancellationTokenSource(Patience.Bound);
        for (var tries = 0; windows.Count < 4; tries++)
        {
            // The window whose news are over gives its place back a moment later.
            if (bell.Begin(runner.RunnerId, 4) is { } window)
            {
                windows.Add(window);
            }
            else
            {
                await Task.Delay(Patience.Pause(tries), bound.Token);
            }
        }

        Assert.Contains("event: full", await runner.Http.GetStringAsync($"/uploads/{batch}/events"), StringComparison.Ordinal);
        windows.ForEach(window => window.Dispose());
    }

    [Fact]
    public async Task DO_08_Windows_that_follow_a_batch_take_no_turn_from_the_pages_of_their_runner()
    {
        await using var web = await WithoutWorkerAsync();
        var runner = await web.RunnerAsync("a");
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        var bell = web.Services.GetRequiredService<ProgressBell>();
        using var closed = new CancellationTokenSource();
        var windows = Enumerable.Range(0, FollowBatch.MostWindows).Select(_ => runner.Http.GetAsync($"/uploads/{batch}/events", closed.Token)).ToList();
        using var bound = new CancellationTokenSource(Patience.Bound);
        while (bell.Begin(runner.RunnerId, FollowBatch.MostWindows) is { } free)
        {
            free.Dispose();
            await Task.Delay(10, bound.Token);
        }

        using var page = await runner.Http.GetAsync($"/uploads/{batch}", bound.Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(windows, window => Assert.False(window.IsCompleted));
        await closed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(windows));
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%ED%A0%BD")]
    [InlineData("%25_%5C'")]
    public async Task Whatever_is_looked_for_has_an_answer(string sought)
    {
        await using var web = await WithoutWorkerAsync();
        var runner = await web.RunnerAsync("a");
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));

        foreach (var text in new[] { sought, new string('a', 99) + "%F0%9F%99%82" + sought })
        {
            using var page = await runner.Http.GetAsync($"/uploads/{batch}?name={text}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    // Nothing works on what it takes in, so that a batch waits.
    private async Task<WebHost> WithoutWorkerAsync() => new WebHost().With("Database:Provider", "PostgreSql")
        .With("Database:ConnectionString", await shared.NewDatabaseAsync()).With("role", "web");

    // One run of an archive again and again: the newest begin at the same moment, as files without any time do.
    private static Task<int> GrowAsync(KneeLoadDbContext db)
    {
        var columns = db.Model.FindEntityType(typeof(Run))!.GetProperties().Select(property => property.Name).ToList();
        var values = columns.Select(column => column switch
        {
            nameof(Run.Id) => "printf('%08X-0000-8000-8000-000000000000', i)",
            nameof(Run.MemberName) => "printf('export.zip!/%05d.fit', i)",
            nameof(Run.Start) => "strftime('%Y-%m-%d %H:%M:%S', \"Start\", '-' || max(0, i - 250) || ' minutes')",
            nameof(Run.Traces) => "x''",
            _ => $"\"{column}\"",
        });
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var sql =
            $"""
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {Members})
            INSERT INTO "Runs" ({names}) SELECT {string.Join(", ", values)} FROM "Runs", numbers WHERE "MemberName" = 'export.zip!/one.fit';
            DELETE FROM "Runs" WHERE "MemberName" = 'export.zip!/one.fit';
            """;
        return db.Database.ExecuteSqlRawAsync(sql);
    }

    private static IEnumerable<string> MembersOf(string page) => Member().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<span class=\"name\">(\\d{5}\\.fit)</span>")]
    private static partial Regex Member();

    [GeneratedRegex("rel=\"next\"\\s+href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
