using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace KneeLoad.Web.Tests.Features.Demo;

/// <summary>The README's first command, started as a stranger would, looked at in a browser.</summary>
[Collection(BuildsCollection.Name)]
public sealed class DemoTests(ITestOutputHelper output)
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    [Fact]
    public async Task The_readmes_command_shows_a_scored_dashboard_with_style_and_charts()
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed.");
        Assert.Contains(
            "dotnet run --project src/Web -c Release -- demo",
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md")),
            StringComparison.Ordinal);
        var home = Directory.CreateTempSubdirectory("kneeload-demo-test");
        using var demo = Start(home.FullName);
        try
        {
            var clock = Stopwatch.StartNew();
            var link = await LinkAsync(demo);
            var listening = clock.Elapsed;
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
            var page = await browser.NewPageAsync();
            var foreign = new List<string>();
            page.Request += (_, request) => foreign.AddRange(new[] { request.Url }.Where(url => new Uri(url).Host != "localhost"));
            page.SetDefaultTimeout((float)Patience.Bound.TotalMilliseconds);

            await page.GotoAsync(link);
            await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
            await WaitForScoreAsync(page);
            output.WriteLine(
                $"listening after {listening.TotalSeconds:F1} s (with the build), scored dashboard {(clock.Elapsed - listening).TotalSeconds:F1} s later");

            // Style: the page's own font and a sheet that was read. Chart: drawn as SVG. The text is there before the sheet is.
            await page.WaitForLoadStateAsync(LoadState.Load);
            Assert.Contains("Inter", await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"), StringComparison.Ordinal);
            await page.Locator("[data-chart] svg path, .chart svg path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            Assert.Empty(foreign);

            // The link works once.
            await page.Context.ClearCookiesAsync();
            await page.GotoAsync(link);
            await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
            await page.GetByText("This link has been used").WaitForAsync();
        }
        finally
        {
            demo.Kill(entireProcessTree: true);
            await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
            home.Delete(recursive: true);
        }
    }

    // The dashboard counts waiting files; reload until the whole history is in.
    private static async Task WaitForScoreAsync(IPage page)
    {
        for (var patience = 0; patience < 120; patience++)
        {
            var text = await page.Locator("main").InnerTextAsync();
            if (text.Contains("of 100 points", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(1000);
            await page.ReloadAsync();
        }

        Assert.Fail("No score within two minutes: " + await page.Locator("main").InnerTextAsync());
    }

    private static Process Start(string home)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        var start = new ProcessStartInfo("dotnet", "run --project src/Web -c Release -- demo")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["XDG_DATA_HOME"] = home;
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        return Process.Start(start)!;
    }

    private static async Task<string> LinkAsync(Process demo)
    {
        var seen = new List<string>();
        while (await demo.StandardOutput.ReadLineAsync() is { } line)
        {
            seen.Add(line);
            if (Regex.Match(line, "https?://\\S+/demo/\\S+", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } link)
            {
                return link.Value;
            }
        }

        throw new InvalidOperationException("The demo ended: " + string.Join('\n', seen));
    }
}
