using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Features.Uploads.Batches;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>The page of an archive names each of its files: its runs first, and behind them, folded, what held none, with the reason.</summary>
public sealed partial class ArchivePageTests(RunningService service) : IClassFixture<RunningService>
{
    private const byte Cycling = 2;
    private const int Members = 10_000;
    private const int Small = 150_000;
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task What_held_no_run_is_folded_behind_the_runs_with_its_reason()
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("export.zip", Zip.Of(
            ("sleep.json", "{}"u8.ToArray()), ("broken.fit", MadeRun.Fit(MadeRun.Monday)[..40]), ("ride.fit", MadeRun.Fit(MadeRun.Monday, sport: Cycling)),
            ("run.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(1))))));
        await runner.FinishedAsync(batch);

        var page = await runner.ReadAsync($"/uploads/{batch}");

        // Runs, then other sports, then files as the archive has them.
        Assert.Equal(["run.fit", "ride.fit", "sleep.json", "broken.fit"], NamesOf(page));
        Assert.Equal(["ride.fit", "sleep.json", "broken.fit"], NamesOf(Fold(page)));
        Assert.StartsWith("<details id=\"without-run\">", Fold(page), StringComparison.Ordinal);
        Assert.Contains("3 without a run", Fold(page), StringComparison.Ordinal);
        Assert.Matches("ride.fit</span>\\s*<span class=\"badge tone-unknown\">not a run</span>", page);
        Assert.Matches("sleep.json</span>\\s*<span class=\"badge tone-unknown\">left aside</span>\\s*<span class=\"reason\">\\s*[A-Z]", page);
        Assert.Matches("broken.fit</span>\\s*<span class=\"badge tone-elevated\">rejected</span>\\s*<span class=\"reason\">\\s*[A-Z]", page);
    }

    [Fact]
    public async Task An_archive_without_any_run_names_its_files_and_has_the_fold_open()
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("export.zip", Zip.Of(("sleep.json", "{}"u8.ToArray()), ("broken.fit", MadeRun.Fit(MadeRun.Monday)[..40]))));
        await runner.FinishedAsync(batch);

        var page = await runner.ReadAsync($"/uploads/{batch}");

        Assert.Equal(["sleep.json", "broken.fit"], NamesOf(Fold(page)));
        Assert.StartsWith("<details id=\"without-run\" open", Fold(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_archives_each_leads_to_what_held_no_run()
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(
            ("a.zip", Zip.Of(("run.fit", MadeRun.Fit(MadeRun.Monday)), ("again.gpx", MadeRun.Gpx(MadeRun.Monday)))),
            ("b.zip", Zip.Of(("run.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(1))), ("sleep.json", "{}"u8.ToArray()))));
        await runner.FinishedAsync(batch);
        var (first, second) = await host.AskAsync(async db => (
            await db.Uploads.Where(upload => upload.FileName == "a.zip").Select(upload => upload.Id).SingleAsync(),
            await db.Uploads.Where(upload => upload.FileName == "b.zip").Select(upload => upload.Id).SingleAsync()));

        var page = WebUtility.HtmlDecode(await runner.ReadAsync($"/uploads/{batch}"));
        var fold = Fold(await runner.ReadAsync($"/uploads/{batch}?archive={second}&rest=f"));
        var repeats = await runner.ReadAsync($"/uploads/{batch}?archive={first}");

        Assert.Contains($"href=\"/uploads/{batch}?archive={second}&rest=f#without-run\">1 without a run</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"archive={first}&rest", page, StringComparison.Ordinal);
        Assert.StartsWith("<details id=\"without-run\" open", fold, StringComparison.Ordinal);
        Assert.Equal(["sleep.json"], NamesOf(fold));
        Assert.Contains("The same run came in another file.", repeats, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_only_finds_what_held_no_run_opens_the_fold()
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("a.zip", Zip.Of(("sleep.json", "{}"u8.ToArray()), ("run.fit", MadeRun.Fit(MadeRun.Monday)))));
        await runner.FinishedAsync(batch);

        var found = await runner.ReadAsync($"/uploads/{batch}?name=SLEEP");
        var nothing = await runner.ReadAsync($"/uploads/{batch}?name=none");

        Assert.Equal(["sleep.json"], NamesOf(found));
        Assert.StartsWith("<details id=\"without-run\" open", Fold(found), StringComparison.Ordinal);
        Assert.DoesNotContain("without-run", nothing, StringComparison.Ordinal);
        Assert.Contains("No file of that name.", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DO_08_A_page_of_ten_thousand_files_without_a_run_is_small_and_leads_through_all_of_them()
    {
        var runner = await host.RunnerAsync("a");
        var rides = Enumerable.Range(0, 3).Select(day => ($"ride{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 2, sport: Cycling)));
        var batch = await runner.UploadAsync(
            ("export.zip", Zip.Of([("run.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(9))), .. rides, ("one.json", "{}"u8.ToArray())])));
        await runner.FinishedAsync(batch);
        await host.AskAsync(GrowAsync);
        using var asked = new CountedWrites(host.Folder, isOfRequests: true, ["SELECT"]);

        var page = await runner.ReadAsync($"/uploads/{batch}");

        Assert.InRange(asked.Count, 5, 22);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, Small);
        Assert.Contains("10,003 without a run", Fold(page), StringComparison.Ordinal);
        var seen = NamesOf(Fold(page)).ToList();
        for (var pages = 0; pages < 2; pages++)
        {
            page = await runner.ReadAsync(WebUtility.HtmlDecode(Next().Match(Fold(page)).Groups[1].Value));
            Assert.Equal("run.fit", NamesOf(page)[0]);
            Assert.Contains("<details id=\"without-run\" open", page, StringComparison.Ordinal);
            seen.AddRange(NamesOf(Fold(page)));
        }

        Assert.Equal(["ride2.fit", "ride1.fit", "ride0.fit", .. Enumerable.Range(0, 297).Select(number => $"{number:00000}.json")], seen);
        Assert.Equal(["04711.json"], NamesOf(await runner.ReadAsync($"/uploads/{batch}?name=4711.JSON")));
        var last = await runner.ReadAsync($"/uploads/{batch}?rest={new RunlessPlace(null, Members - 2)}");
        Assert.Equal([$"{Members - 1:00000}.json"], NamesOf(Fold(last)));
        Assert.DoesNotMatch(Next(), Fold(last));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("f-2")]
    [InlineData("f99999999999")]
    [InlineData("17-0")]
    [InlineData("%00")]
    public async Task Whatever_place_is_asked_for_has_an_answer(string place)
    {
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("a.zip", Zip.Of(("sleep.json", "{}"u8.ToArray()), ("run.fit", MadeRun.Fit(MadeRun.Monday)))));
        await runner.FinishedAsync(batch);

        Assert.Equal(["run.fit", "sleep.json"], NamesOf(await runner.ReadAsync($"/uploads/{batch}?rest={place}")));
    }

    private static Task<int> GrowAsync(KneeLoadDbContext db) => db.Database.ExecuteSqlRawAsync(
        $"""
        WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < {Members - 1})
        INSERT INTO "RunlessFiles" ("UploadId", "Number", "RunnerId", "Name", "State", "Reason")
        SELECT "UploadId", i, "RunnerId", printf('export.zip!/%05d.json', i), "State", "Reason" FROM "RunlessFiles", numbers WHERE "Number" = 4 AND i <> 4;
        UPDATE "RunlessFiles" SET "Name" = 'export.zip!/00004.json' WHERE "Number" = 4;
        """);

    private static List<string> NamesOf(string page) => [.. Member().Matches(page).Select(match => match.Groups[1].Value)];

    private static string Fold(string page) => page[page.IndexOf("<details id=\"without-run\"", StringComparison.Ordinal)..];

    // Not the line of the archive itself, among the files that were sent.
    [GeneratedRegex("<span class=\"name\">([^<]+)</span>\\s*<span class=\"badge[^>]+>[^<]+</span>\\s*<span class=\"reason\">(?!\\s*<span)")]
    private static partial Regex Member();

    [GeneratedRegex("rel=\"next\"\\s+href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
