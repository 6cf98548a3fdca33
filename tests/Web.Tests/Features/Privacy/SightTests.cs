using NodaTime.Testing;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Erasures;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Features.Privacy;

/// <summary>Every address that can be read, asked for by the owner and by nobody, beside a runner whose words stand nowhere else.</summary>
public sealed partial class SightTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task PR_01_Without_a_sign_in_there_is_no_track_no_name_and_no_list_of_runners()
    {
        await Markers.RunnerAsync(host);
        using var anyone = host.CreateClient();

        Assert.Empty(await SeenAsync(anyone, [.. Markers.All, "heart rate</", "48.000"]));
    }

    [Fact]
    public async Task PR_11_The_owner_sees_no_track_no_file_name_and_nothing_of_the_body_of_another()
    {
        await Markers.RunnerAsync(host);
        var owner = await host.RunnerAsync("owner", isOwner: true);

        Assert.Empty(await SeenAsync(owner.Http, [.. Markers.All.Where(word => word is not (Markers.Address or Markers.Audit)), "heart rate</", "48.000"]));
    }

    private async Task<List<string>> SeenAsync(HttpClient http, string[] words)
    {
        var (run, upload, note) = await host.AskAsync(async db => (
            await db.Runs.Select(row => row.Id).FirstAsync(), await db.Uploads.Select(row => row.Id).FirstAsync(),
            await db.DiaryNotes.Select(row => row.Id).FirstAsync()));
        var seen = new List<string>();
        var asked = 0;
        foreach (var pattern in host.Services
            .GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText ?? "")
            .Distinct()
            .Where(pattern => !pattern.Contains("dist/", StringComparison.Ordinal) && !pattern.Contains("{**", StringComparison.Ordinal)))
        {
            foreach (var id in pattern.Contains("{id", StringComparison.Ordinal) ? new[] { run, upload, note } : [run])
            {
                using var reply = await http.GetAsync("/"
                    + Parameter()
                        .Replace(
                            pattern.TrimStart('/'),
                            match => match.Value.StartsWith("{id", StringComparison.Ordinal)
                                ? $"{id}"
                                : match.Value.StartsWith("{day", StringComparison.Ordinal)
                                ? "2026-05-06"
                                : "404"));
                var text = await reply.Content.ReadAsStringAsync();
                seen.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{pattern}: {word}"));
                asked++;
            }
        }

        Assert.True(asked > 50, $"{asked}");
        return seen;
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
