using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Tests.Pipeline.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A real browser before the whole service, with one runner whose history is read. Shared by the tests that look at pages.</summary>
public sealed class SeenPages : IAsyncLifetime
{
    private const string Mail = "seen@example.org";
    private const string Password = "correct horse battery";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private readonly WebHost host = new WebHost().At(new FakeClock(MadeHistory.Now));
    private readonly Dictionary<bool, IPage> windows = [];
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string signedIn = "";

    /// <summary>Why nothing can be seen here; null when it can.</summary>
    public string? Missing { get; private set; }

    /// <summary>The address that the service listens at.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The newest run's address.</summary>
    public string NewestRun { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium)
        {
            Missing = "needs Chromium";
            return;
        }

        host.UseKestrel(0);
        host.StartServer();
        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
        Address = host.ClientOptions.BaseAddress;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.Bound.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet });

        var page = await OpenAsync("/account/register", signIn: false);
        await page.FillAsync("#Input_Word", host.Console.ToString().Trim().Split(' ')[^1]);
        await page.FillAsync("#Input_Mail", Mail);
        await page.FillAsync("#Input_Password", Password);
        await page.CheckAsync("#Input_Storing");
        await page.CheckAsync("#Input_Scoring");
        await page.ClickAsync("main button");
        // The sign-in has come with the answer; whether the page is drawn to its end is of no interest here.
        await page.WaitForURLAsync("**/account/about-you", new() { WaitUntil = WaitUntilState.Commit });
        signedIn = await page.Context.StorageStateAsync();
        await page.GotoAsync("/uploads");
        (string Name, byte[] Content)[] files = [.. MadeHistory.Files, ("mapped.gpx", MadeRun.Gpx(MadeHistory.Now - Duration.FromDays(20)))];
        await page.SetInputFilesAsync(
            "#files", files.Select(file => new FilePayload { Name = file.Name, Buffer = file.Content, MimeType = "application/octet-stream" }));
        await page.WaitForURLAsync("**/uploads/*-*");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-pending]') === null");
        var newest = await host.AskAsync(db => db.Runs.OrderByDescending(run => run.Start).Select(run => run.Id).FirstAsync());
        NewestRun = $"/runs/{newest}";
        MappedRun = $"/runs/{await host.AskAsync(db => db.Runs.Where(run => run.Upload.FileName == "mapped.gpx").Select(run => run.Id).SingleAsync())}";
        await page.Context.CloseAsync();
    }

    /// <summary>Address of a run with positions, on the made town's map.</summary>
    public string MappedRun { get; private set; } = "";

    /// <summary>Opens a page and waits until it is quiet.</summary>
    /// <param name="path">Its address on this site.</param>
    /// <param name="width">Width of the window. [px]</param>
    /// <param name="dark">Whether the system is dark.</param>
    /// <param name="signIn">Whether as the runner, or as nobody.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="watch">Is told of the page before it goes anywhere.</param>
    public async Task<IPage> OpenAsync(string path, int width = 1280, bool dark = false, bool signIn = true, bool script = true, Action<IPage>? watch = null)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            StorageState = signIn ? signedIn : null,
            JavaScriptEnabled = script,
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.Bound.TotalMilliseconds);
        var page = await context.NewPageAsync();
        watch?.Invoke(page);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    /// <summary>
    /// Opens a page, as <see cref="OpenAsync"/> does, in a window that stays open for the next look: starting a browser's window takes longer than a
    /// look.
    /// </summary>
    public async Task<IPage> LookAsync(string path, int width, bool dark = false, bool signIn = true)
    {
        if (!windows.TryGetValue(signIn, out var page))
        {
            windows.Add(signIn, page = await OpenAsync("/method", signIn: signIn));
        }

        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    /// <summary>Another runner of the service, whose files are read.</summary>
    internal async Task<RunnerClient> RunnerAsync(string name, params (string Name, byte[] Content)[] files)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var runner = await host.ConsentingRunnerAsync(name);
        await runner.UploadAndFinishAsync(files);
        return runner;
    }

    /// <summary>Opens a page as another runner, on a phone or where else one looks.</summary>
    /// <param name="runner">The runner.</param>
    /// <param name="path">The page's address on this site.</param>
    /// <param name="width">Width of the window. [px]</param>
    /// <param name="height">Height of the window. [px]</param>
    /// <param name="script">Whether scripts run.</param>
    internal async Task<IPage> OpenAsAsync(RunnerClient runner, string path, int width, int height, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync(runner.Cookies.Split("; ").Select(cookie => cookie.Split('=', 2))
            .Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = Address.ToString() }));
        context.SetDefaultTimeout((float)Patience.Bound.TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    /// <summary>Asks the service's database.</summary>
    public Task<T> AskAsync<T>(Func<KneeLoadDbContext, Task<T>> question) => host.AskAsync(question);

    /// <summary>Waits until the service's database answers with yes.</summary>
    public Task UntilAsync(Func<KneeLoadDbContext, Task<bool>> question) => host.UntilAsync(question);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await host.DisposeAsync();
    }
}
