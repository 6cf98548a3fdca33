using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features;

/// <summary>Files that say what cannot be: every page of whatever is accepted answers, with numbers that are numbers, and is no larger than a page may be.</summary>
public sealed partial class AnyFileTests(RunningService service, ITestOutputHelper output) : IClassFixture<RunningService>
{
    private const int MostBytes = 300_000;
    private const int FilesAtOnce = 40;
    private const int Alone = 3;
    private const int Around = 50;
    private const int SmallBytes = 20_000;
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 9, 12, 0);

    /// <summary>Addresses with a question, beside those that the service itself names.</summary>
    private static readonly string[] Questions = ["/?planned=12", "/runs?p=2", "/score/2026-10-09.json"];

    private readonly WebHost host = service.Anew(new FakeClock(Now));

    [Fact]
    public async Task UP_12_UP_13_DO_08_Every_page_of_whatever_is_accepted_answers_with_numbers_and_is_no_larger_than_a_page_may_be()
    {
        var wild = new WildFiles(20_261_127);
        var originals = Originals();
        var files = Enumerable.Range(0, LongRun.IsAsked ? 2_000 : FilesAtOnce).Select(i => (Name: $"{i}-{originals[i % originals.Count].Name}", Content: wild.Change(originals[i % originals.Count].Content)));
        var faults = new List<string>();
        foreach (var (number, batch) in files.Chunk(FilesAtOnce).Index())
        {
            host.Callers.Move();
            var runner = await host.ConsentingRunnerAsync($"wild-{number}");
            // As one archive: each of forty uploads would add up the weeks of a whole history once more.
            await runner.UploadAndFinishAsync([($"{number}.zip", Zip.Of(batch)), .. batch.Take(Alone)]);
            faults.AddRange(await FaultsAsync(runner));
        }

        output.WriteLine(string.Join('\n', faults));
        Assert.Empty(faults);
    }

    private static List<(string Name, byte[] Content)> Originals()
    {
        var made = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".fit" or ".gpx" or ".tcx")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        return LongRun.IsAsked ? [.. made, .. Corpus.Files.Select(file => ($"{file.Hash}.{file.Format}", file.Read()))] : [.. made.Where(file => file.Item2.Length < SmallBytes)];
    }

    private async Task<List<string>> FaultsAsync(RunnerClient runner)
    {
        var runs = await host.AskAsync(db => db.Runs.Where(run => run.RunnerId == runner.RunnerId).Select(run => new { run.Id, FileName = run.MemberName ?? run.Upload.FileName }).ToListAsync());
        var batches = await host.AskAsync(db => db.Uploads.Where(upload => upload.RunnerId == runner.RunnerId).Select(upload => upload.BatchId).Distinct().ToListAsync());
        var routes = (await Routes.AllAsync(host)).Where(IsOfFiles).ToList();
        var faults = new List<string>();
        foreach (var (address, name) in Questions.Concat(routes.Where(route => !NamesRow(route)).SelectMany(route => AddressesOf(route, Guid.Empty))).Select(address => (address, ""))
            .Concat(batches.SelectMany(batch => new[] { $"/uploads?batch={batch}", $"/uploads/status?batch={batch}" }).Select(address => (address, "")))
            .Concat(runs.SelectMany(run => routes.Where(NamesRow).SelectMany(route => AddressesOf(route, run.Id)).Append($"/runs/{run.Id}?way=1").Select(address => (address, run.FileName)))))
        {
            using var reply = await runner.Http.GetAsync(address);
            var text = await reply.Content.ReadAsByteArrayAsync();
            var isMissingGround = reply.StatusCode is HttpStatusCode.NotFound && address.EndsWith("ground", StringComparison.OrdinalIgnoreCase);
            if (!isMissingGround && reply.StatusCode is not HttpStatusCode.Redirect && Fault(reply, text) is { } fault)
            {
                faults.Add($"{name} {address}: {fault}");
            }
        }

        return faults;
    }

    // Every page and every reply with data that a signed-in runner may ask for; a row is a run. The original of a file is the file itself.
    private static bool IsOfFiles(RouteEndpoint route) =>
        !route.IsFile() && route.Method() is "" or "GET"
        && !route.RoutePattern.RawText!.StartsWith("admin", StringComparison.Ordinal) && !route.RoutePattern.RawText.StartsWith("mail", StringComparison.Ordinal)
        && route.RoutePattern.Parameters.All(parameter => parameter.Name is "id" && route.RoutePattern.RawText.StartsWith("runs/", StringComparison.Ordinal));

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
