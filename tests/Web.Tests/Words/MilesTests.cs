using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Words;

/// <summary>A runner who reads miles meets no kilometre, on no page.</summary>
public sealed partial class MilesTests(RunningService service, ITestOutputHelper output) : IClassFixture<RunningService>
{
    /// <summary>The method page tells what was measured in laboratories, in their units.</summary>
    private const string Method = "/method";

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task No_page_of_a_runner_in_miles_speaks_of_kilometres()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.Units, UnitSystem.Imperial)));
        await AssertMilesAsync("without runs", runner.Http);
        await runner.UploadAndFinishAsync([.. MadeHistory.Files, ("mapped.gpx", MadeRun.Gpx(MadeHistory.Now - NodaTime.Duration.FromDays(20)))]);
        await AssertMilesAsync("with runs", runner.Http);
        using var sore = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "7"), ("SettledWithinHour", "false"));
        await AssertMilesAsync("sore", runner.Http);
        Assert.Contains(" mi", await runner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("knee-mi", await runner.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_of_a_run_in_miles_has_no_kilometres()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.Units, UnitSystem.Imperial)));
        var lines = await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        var id = lines[0].GetProperty("runs")[0].GetProperty("id").GetString();

        var traces = await runner.Http.GetStringAsync($"/runs/{id}?handler=traces");

        Assert.DoesNotMatch(Kilometres(), traces);
        Assert.Contains("\"mi\"", traces, StringComparison.Ordinal);
    }

    private async Task AssertMilesAsync(string who, HttpClient http)
    {
        var faults = (await Crawl.PagesAsync(http, "/"))
            .Where(page => !page.Key.StartsWith(Method, StringComparison.Ordinal))
            .SelectMany(page => Kilometres().Matches(OwnWords().Replace(page.Value, "")).Select(match => $"{page.Key} ({who}): {match.Value}"))
            .ToList();
        faults.ForEach(output.WriteLine);
        Assert.Empty(faults);
    }

    /// <summary>Papers keep their titles, and the choice of units names both.</summary>
    [GeneratedRegex(
        "<ul class=\"sources\">.*?</ul>|<option value=\"Metric\".*?</option>|<script\\b[^>]*src=[^>]*>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@".{0,40}(\bkm\b|kilomet).{0,40}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Kilometres();
}
