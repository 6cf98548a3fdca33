using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>A person picks, drops and clicks in whatever order: each set of files is sent once.</summary>
[Collection(SeenPagesCollection.Name)]
public sealed class UploadFormTests(SeenPages pages) : IAsyncLifetime
{
    private const string Choose = "[data-upload-choose]";
    private const string Again = "[data-upload-again]";
    private const string Rows = "[data-upload-list] li";
    private const string BatchPage = "**/uploads/*-*";
    private const string Drop =
        """
        ([name, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], name));
          document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }
        """;

    // The first piece is cut once, and none but it comes through until told.
    private const string Cuts =
        """
        const open = XMLHttpRequest.prototype.open;
        let pieces = 0;
        XMLHttpRequest.prototype.open = function (method, address, ...more) {
          const isCut = method === "PATCH" && sessionStorage.through !== "yes" && ++pieces !== 2;
          open.call(this, method, isCut ? "http://127.0.0.1:1/" : address, ...more);
        };
        """;

    private readonly string mark = Guid.NewGuid().ToString("n");
    private int made;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (pages.Missing is null)
        {
            await pages.UntilAsync(db => Mine(db.Uploads).AllAsync(upload => upload.State != UploadState.Received));
            await pages.AskAsync(db => Mine(db.Uploads).ExecuteDeleteAsync());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_picked_dropped_and_clicked_goes_once_and_as_one_batch_a_set(int seed)
    {
        var random = new Random(seed);
        var page = await pages.OpenAsync("/uploads");
        // The picker that a click opens is left as it is.
        page.FileChooser += (_, _) => { };
        for (var round = 0; round < 4; round++)
        {
            var before = await BatchesAsync();
            using var sending = await HeldSending.OnAsync(page);
            var sets = await ActAsync(page, random);
            sending.Release();
            // A page that has come anew knows nothing of what the one before it sent.
            await page.WaitForFunctionAsync("() => document.querySelector('[data-upload][data-phase]') === null && document.readyState === 'complete'");
            await page.UnrouteAllAsync();
            await page.GotoAsync("/uploads");
            for (var late = random.Next(3); late > 0; late--)
            {
                await page.ClickAsync(Choose);
            }

            Assert.Equal(sets, await BatchesAsync() - before);
        }

        Assert.Equal(made, await pages.AskAsync(db => Mine(db.Uploads).CountAsync()));
        Assert.Equal(0, await pages.AskAsync(db => Mine(db.Uploads).CountAsync(upload => upload.State == UploadState.Duplicate)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_before_the_script_has_come_sends_once_too()
    {
        var page = await pages.OpenAsync("/uploads", script: false);

        await page.SetInputFilesAsync("#files", NextFile());
        await page.DblClickAsync(Choose);
        await page.WaitForURLAsync(BatchPage);

        Assert.Equal((1, 1), (await BatchesAsync(), await pages.AskAsync(db => Mine(db.Uploads).CountAsync())));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UP_20_Too_large_is_said_before_a_byte_goes_and_the_rest_is_sent()
    {
        var page = await pages.OpenAsync("/uploads");
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await PickAsync(page, megabytes: 101, ($"{mark}-huge.fit", ""));
        await Assertions.Expect(page.Locator(Rows)).ToContainTextAsync("Larger than 105 MB.");
        await Assertions.Expect(page.Locator("[data-upload-status]")).ToContainTextAsync("each says why");
        Assert.Equal(0, posts);

        const string limits = """{ "file": 9, "archive": 2000000, "room": 3000000, "ending": null, "mark": null }""";
        await page.EvaluateAsync("(limits) => { document.querySelector('[data-upload]').dataset.limits = limits; }", limits);
        await PickAsync(page, 1, ($"{mark}-first.zip", "PK\u0003\u0004"), ($"{mark}-large.fit", "no run"), ($"{mark}-third.zip", "PK\u0003\u0004"));
        await Assertions.Expect(page.Locator(Rows, new() { HasText = "-large.fit" })).ToContainTextAsync("Larger than");
        await page.ClickAsync("[data-upload-see]");
        await page.WaitForURLAsync(BatchPage);
        Assert.Equal((1, 2), (posts, await pages.AskAsync(db => Mine(db.Uploads).CountAsync())));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_a_cut_connection_left_is_sent_again_into_its_batch_and_the_page_breaks_no_rule()
    {
        var page = await pages.OpenAsync("/uploads", width: 390, dark: true);
        var cut = false;
        await page.RouteAsync("**/uploads?batch=*", async route =>
        {
            if (route.Request.Method == "POST" && !cut)
            {
                // The server has the file, and its answer is lost.
                cut = true;
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });

        await page.SetInputFilesAsync("#files", NextFile());
        await Assertions.Expect(page.Locator(Rows)).ToContainTextAsync("could not be reached");
        Assert.Empty(await AccessibilityTests.ViolationsAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.FocusAsync(Again);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(BatchPage);

        Assert.Equal((1, 1), (await BatchesAsync(), await pages.AskAsync(db => Mine(db.Uploads).CountAsync())));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_large_file_goes_on_by_itself_after_a_cut_and_where_it_was_after_a_reload()
    {
        var page = await pages.OpenAsync("/uploads");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        await page.AddInitScriptAsync(Cuts);
        await page.ReloadAsync();
        await PickAsync(page, 34, ($"{mark}-large.zip", "PK\u0003\u0004"));
        await Assertions.Expect(page.Locator("[data-upload-status]")).ToContainTextAsync("90 %");
        var kept = await page.EvaluateAsync<string>("() => JSON.stringify(localStorage)");

        await page.EvaluateAsync("() => { sessionStorage.through = 'yes'; }");
        await page.ReloadAsync();
        await PickAsync(page, 34, ($"{mark}-large.zip", "PK\u0003\u0004"));
        await page.WaitForURLAsync(BatchPage);

        Assert.Equal(1, asked.Count(request => request == "POST /uploads/tus"));
        Assert.Equal(2, asked.Count(request => request.StartsWith("PATCH /uploads/tus/", StringComparison.Ordinal)));
        Assert.Equal((1, 1), (await BatchesAsync(), await pages.AskAsync(db => Mine(db.Uploads).CountAsync())));
        Assert.DoesNotContain(mark, kept, StringComparison.Ordinal);
        Assert.Equal("{}", await page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_dropped_elsewhere_open_the_upload_page_with_their_list()
    {
        var page = await pages.OpenAsync("/diary");
        using var sending = await HeldSending.OnAsync(page);

        await DropAsync(page);

        await page.WaitForURLAsync("**/uploads");
        await Assertions.Expect(page.Locator(Rows)).ToContainTextAsync("being sent");
        await Assertions.Expect(page.Locator("[aria-current=page]")).ToContainTextAsync("Upload");
        sending.Release();
        await page.WaitForURLAsync(BatchPage);
        await page.GoBackAsync();
        Assert.Equal(1, await BatchesAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_map_that_is_none_is_told_before_a_byte_goes()
    {
        var page = await pages.OpenAsync("/admin/maps");
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await page.SetInputFilesAsync("#extract", new FilePayload { Name = "photo.osm.pbf", MimeType = "image/png", Buffer = "PNG"u8.ToArray() });

        await Assertions.Expect(page.Locator(Rows)).ToContainTextAsync("This is no OpenStreetMap extract");
        Assert.Equal(0, posts);
        await page.Context.CloseAsync();
    }

    /// <summary>Picks at least one set, and does some more while it is on its way.</summary>
    /// <returns>The sets that were picked. [1]</returns>
    private async Task<int> ActAsync(IPage page, Random random)
    {
        var sets = 0;
        for (var acts = random.Next(2, 6); acts > 0 || sets == 0; acts--)
        {
            switch (random.Next(5))
            {
                case 0:
                    await page.SetInputFilesAsync("#files", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => NextFile())]);
                    sets++;
                    break;
                case 1:
                    await DropAsync(page);
                    sets++;
                    break;
                case 2:
                    await page.ClickAsync(Choose);
                    break;
                case 3:
                    await page.DblClickAsync(Choose);
                    break;
                default:
                    await page.FocusAsync(Choose);
                    await page.Keyboard.PressAsync("Enter");
                    break;
            }
        }

        return sets;
    }

    private FilePayload NextFile() =>
        new() { Name = $"{mark}-{++made}.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"no run {mark} {made}") };

    private async Task DropAsync(IPage page)
    {
        var file = NextFile();
        await page.EvaluateAsync(Drop, new[] { file.Name, System.Text.Encoding.UTF8.GetString(file.Buffer) });
    }

    /// <summary>Picks files that begin as told and go on with zeros.</summary>
    private static async Task PickAsync(IPage page, int megabytes, params (string Name, string Beginning)[] files) => await page.EvaluateAsync(
        """
        ([megabytes, ...files]) => {
          const part = new Blob([new Uint8Array(1 << 20)]);
          const transfer = new DataTransfer();
          for (const [name, beginning] of files) {
            transfer.items.add(new File([beginning, ...Array(megabytes).fill(part)], name, { lastModified: 1 }));
          }
          const picker = document.querySelector("#files");
          picker.files = transfer.files;
          picker.dispatchEvent(new Event("change"));
        }
        """,
        new object[] { megabytes }.Concat(files.Select(file => new[] { file.Name, file.Beginning })).ToArray());

    private IQueryable<Upload> Mine(IQueryable<Upload> uploads) => uploads.Where(upload => upload.FileName.StartsWith(mark));

    private Task<int> BatchesAsync() => pages.AskAsync(db => Mine(db.Uploads).Select(upload => upload.BatchId).Distinct().CountAsync());

    /// <summary>Holds what a page sends until it is released.</summary>
    private sealed class HeldSending : IDisposable
    {
        private readonly CancellationTokenSource released = new();

        public static async Task<HeldSending> OnAsync(IPage page)
        {
            var held = new HeldSending();
            await page.RouteAsync("**/uploads?batch=*", async route =>
            {
                if (route.Request.Method == "POST")
                {
                    await Task.Delay(Timeout.Infinite, held.released.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                await route.ContinueAsync();
            });
            return held;
        }

        public void Release() => released.Cancel();

        public void Dispose()
        {
            released.Cancel();
            released.Dispose();
        }
    }
}
