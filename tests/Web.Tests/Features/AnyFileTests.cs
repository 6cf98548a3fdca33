using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Diary;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features;

/// <summary>
/// Files that say what cannot be: every page of whatever is accepted answers, with numbers that are numbers, and is no larger than a page may be.
/// </summary>
public sealed partial class AnyFileTests(RunningService service, ITestOutputHelper output) : IClassFixture<RunningService>
{
    private const int MostBytes = 300_000;
    private const int FilesAtOnce = 20;
    private const int Alone = 3;
    private const int Around = 50;
    private const int SmallBytes = 20_000;
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 9, 12, 0);

    /// <summary>Addresses with a question, beside those that the service itself names.</summary>
    private static readonly string[] Questions = ["/?planned=12", "/runs?p=2", "/diary?p=2", "/score/2026-10-09.json", "/score/2026-05-06.json"];

    private readonly WebHost host = service.Anew(new FakeClock(Now));

    [Fact]
    public async Task UP_12_UP_13_DO_08_Every_page_of_whatever_is_accepted_answers_with_numbers_and_is_no_larger_than_a_page_may_be()
    {
        var wild = new WildFiles(20_261_127);
        var originals = Originals();
        var files = Enumerable.Range(0, LongRun.IsAsked ? 2_000 : FilesAtOnce)
            .Select(i => (Name: $"{i}-{originals[i % originals.Count].Name}", Content: wild.Change(originals[i % originals.Count].Content)));
        var faults = new List<string>();
        foreach (var (number, batch) in files.Chunk(FilesAtOnce).Index())
        {
            host.Callers.Move();
            var runner = await host.ConsentingRunnerAsync($"wild-{number}");
            // As one archive: each of many uploads would add up the weeks of a whole history once more.
            await runner.UploadAndFinishAsync([($"{number}.zip", Zip.Of(batch)), .. batch.Take(Alone)]);
            faults.AddRange(await FaultsAsync(runner));
        }

        output.WriteLine(string.Join('\n', faults));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task DO_08_Ten_years_of_runs_and_diary_make_no_page_larger_than_a_page_may_be()
    {
        const int runs = 10_000;
        const int days = 3_000;
        host.At(new FakeClock(MadeHistory.Now));
        var id = (await host.RunnerWithHistoryAsync()).RunnerId;
        var today = MadeHistory.Now.InUtc().Date;
        await host.AskAsync(async db =>
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOwner, true));
            var made = await db.Runs.AsNoTracking().OrderBy(run => run.Start).FirstAsync();
            var metrics = StoredJson.ReadMetrics(made.Metrics);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var i in Enumerable.Range(1, runs))
            {
                var start = made.Start - (Duration.FromDays(days) * ((double)i / runs));
                db.Runs.Add(new()
                {
                    Id = Guid.CreateVersion7(),
                    RunnerId = id,
                    UploadId = made.UploadId,
                    Ordinal = i,
                    Start = start,
                    End = start + (made.End - made.Start),
                    LocalDate = start.InUtc().Date,
                    IsRun = true,
                    ModelVersion = made.ModelVersion,
                    Metrics = StoredJson.Write(metrics with { Start = start, LocalDate = start.InUtc().Date }),
                    Load = made.Load,
                    Surface = made.Surface,
                    Cells = made.Cells,
                    Traces = [],
                });
            }

            db.DiaryNotes.AddRange(Enumerable.Range(0, days)
                .Select(day => new DiaryNote
                {
                    Id = Guid.CreateVersion7(),
                    RunnerId = id,
                    Day = today.PlusDays(-day),
                    Entered = MadeHistory.Now - Duration.FromDays(day),
                    WorstPain = day % 3,
                    SettledWithinHour = true,
                    WorseNextMorning = false,
                    RedFlags = day == days - 1 ? RedFlags.Locking : RedFlags.None,
                }));
            db.Users.AddRange(Enumerable.Range(0, 300)
                .Select(i => new Runner
                {
                    Id = Guid.CreateVersion7(),
                    UserName = $"{i}@example.org",
                    NormalizedUserName = $"{i}",
                    NormalizedEmail = $"{i}",
                    Email = $"{new string('x', 60)}{i}@example.org",
                }));
            db.SignIns.AddRange(Enumerable.Range(0, 3_000)
                .Select(i => new SignIn
                {
                    KeyHash = $"{i}",
                    RunnerId = id,
                    Created = MadeHistory.Now,
                    Renewed = MadeHistory.Now,
                    Expires = MadeHistory.Now + Duration.FromDays(1),
                }));
            db.Trail.AddRange(Enumerable.Range(0, 1_000).Select(_ => new TrailEntry { Id = Guid.CreateVersion7(), RunnerId = id, Moment = MadeHistory.Now }));
            return await db.SaveChangesAsync();
        });
        var runner = await host.StoredRunnerAsync("a@example.org");

        var faults = await FaultsAsync(runner, mostRuns: 2, asOwner: true);

        Assert.Empty(faults);
        // An open red flag is closed on the first page, however many entries are newer.
        Assert.Contains("Page 1 of 60", await runner.ReadAsync("/diary"), StringComparison.Ordinal);
        Assert.Contains("handler=Close", await runner.Http.GetStringAsync("/diary", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await TheScoreIsComputedAgainFromItsPartsAsync(runner);
    }

    // The parts hold every input once, and the outcome follows from them to the last digit.
    private static async Task TheScoreIsComputedAgainFromItsPartsAsync(RunnerClient runner)
    {
        JsonObject? whole = null;
        var parts = 0;
        for (string? next = "/score/2026-05-06.json"; next is not null; parts++)
        {
            var content = await runner.Http.GetByteArrayAsync(next, TestContext.Current.CancellationToken);
            var part = JsonNode.Parse(content)!.AsObject();
            Assert.True(content.Length < MostBytes, $"{next}: {content.Length}");
            foreach (var list in whole is null ? [] : new[] { "diary", "runs" })
            {
                foreach (var row in part[list]!.AsArray())
                {
                    whole![list]!.AsArray().Add(row!.DeepClone());
                }
            }

            next = (string?)part["next"];
            whole ??= part;
        }

        using var beyond = await runner.Http.GetAsync("/score/2026-05-06.json?row=1000000", TestContext.Current.CancellationToken);
        var inputs = StoredJson.ReadAssessment(Encoding.UTF8.GetBytes(whole!.ToJsonString()));
        Assert.InRange(parts, 3, 30);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal(inputs.Runs.Count, inputs.Runs.Select(run => run.Key).Distinct().Count());
        Assert.Equal(StoredJson.Write(inputs.Outcome), StoredJson.Write(inputs.Assess()));
    }

    private static List<(string Name, byte[] Content)> Originals()
    {
        var made = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".fit" or ".gpx" or ".tcx")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        return LongRun.IsAsked
            ? [.. made, .. Corpus.Files.Select(file => ($"{file.Hash}.{file.Format}", file.Read()))]
            : [.. made.Where(file => file.Item2.Length < SmallBytes)];
    }

    private async Task<List<string>> FaultsAsync(RunnerClient runner, int mostRuns = int.MaxValue, bool asOwner = false)
    {
        var runs = await host.AskAsync(db => db.Runs
            .Where(run => run.RunnerId == runner.RunnerId)
            .OrderByDescending(run => run.Start)
            .Take(mostRuns)
            .Select(run => new { run.Id, FileName = run.MemberName ?? run.Upload.FileName })
            .ToListAsync());
        var batches = await host.AskAsync(db => db.Uploads
            .Where(upload => upload.RunnerId == runner.RunnerId)
            .Select(upload => upload.BatchId)
            .Distinct()
            .ToListAsync());
        var routes = (await Routes.AllAsync(host)).Where(route => IsOfFiles(route) || (asOwner && IsOfOwner(route))).ToList();
        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        var faults = new List<string>();
        foreach (var (address, name) in Questions.Concat(routes.Where(route => !NamesRow(route)).SelectMany(route => AddressesOf(route, Guid.Empty)))
            .Select(address => (address, ""))
            .Concat(batches.SelectMany(batch => new[] { $"/uploads/{batch}", $"/uploads/status?batch={batch}" }).Select(address => (address, "")))
            .Concat(runs.SelectMany(run => routes.Where(NamesRow)
                .SelectMany(route => AddressesOf(route, run.Id))
                .Append($"/runs/{run.Id}?way=1")
                .Append($"/api/v1/runs/{run.Id}")
                .Select(address => (address, run.FileName)))))
        {
            using var reply = await (address.StartsWith("/api/", StringComparison.Ordinal) ? program.Http : runner.Http).GetAsync(address);
            var text = await reply.Content.ReadAsByteArrayAsync();
            var isMissingGround = reply.StatusCode is HttpStatusCode.NotFound
                && (address.EndsWith("ground", StringComparison.OrdinalIgnoreCase) || address.StartsWith("/score/", StringComparison.Ordinal));
            if (!isMissingGround && reply.StatusCode is not HttpStatusCode.Redirect && Fault(reply, text) is { } fault)
            {
                faults.Add($"{name} {address}: {fault}");
            }
        }

        return faults;
    }

    // Every page and every reply with data that a signed-in runner or their program may ask for; a row is a run. The original of a file is the file
    // itself, and the export is all of them.
    private static bool IsOfFiles(RouteEndpoint route) =>
        !route.IsFile() && route.Method() is "" or "GET"
        && !route.RoutePattern.RawText!.StartsWith("admin", StringComparison.Ordinal)
            && !route.RoutePattern.RawText.EndsWith("/export", StringComparison.Ordinal)
            && !route.RoutePattern.RawText.StartsWith("mail", StringComparison.Ordinal)
        && route.RoutePattern.Parameters.All(parameter => parameter.Name is "id" && route.RoutePattern.RawText.StartsWith("runs/", StringComparison.Ordinal));

    private static bool IsOfOwner(RouteEndpoint route) =>
        route.Method() is "" or "GET" && route.RoutePattern.RawText!.StartsWith("admin", StringComparison.Ordinal) && route.RoutePattern.Parameters.Count == 0;

    private static bool NamesRow(RouteEndpoint route) => route.RoutePattern.Parameters.Count > 0;

    private static IEnumerable<string> AddressesOf(RouteEndpoint route, Guid id) => route.Handlers("Get").Select(handler => route.Address(id) + handler);

    private static string? Fault(HttpResponseMessage reply, byte[] content)
    {
        if (reply.StatusCode is not HttpStatusCode.OK || content.Length > MostBytes)
        {
            return $"{(int)reply.StatusCode}, {content.Length} bytes";
        }

        var text = Encoding.UTF8.GetString(content);
        var wild = reply.Content.Headers.ContentType?.MediaType is "text/html" ? WildNumber().Match(text) : NoNumber().Match(text);
        return wild.Success ? text[Math.Max(0, wild.Index - Around)..Math.Min(text.Length, wild.Index + wild.Length + Around)] : null;
    }

    [GeneratedRegex(@"\bNaN\b|Infinity|E\+\d{2}", RegexOptions.ExplicitCapture)]
    private static partial Regex NoNumber();

    // Ten billion of anything is no number of a run.
    [GeneratedRegex(@"\bNaN\b|Infinity|\u221e|\d{1,3}(,\d{3}){3}|E\+\d{2}", RegexOptions.ExplicitCapture)]
    private static partial Regex WildNumber();
}
