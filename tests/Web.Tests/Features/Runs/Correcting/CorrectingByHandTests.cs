using KneeLoad.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace KneeLoad.Web.Tests.Features.Runs.Correcting;

/// <summary>Every correction at the size of a phone, in the dark, by keys alone and without script; each is undone in the same way.</summary>
[Collection(SeenPagesCollection.Name)]
public sealed class CorrectingByHandTests(SeenPages pages)
{
    private const int Phone = 390;

    [Theory]
    [InlineData("Save the distance", "You said that the distance was 12.34 km.")]
    [InlineData("Save the start", "You said that this began on Mon 6 Apr 2026 at 06:05.")]
    [InlineData("A walk", "You said that this was a walk.")]
    [InlineData("Not a run", "You said that this was no run, so it counts nowhere.")]
    [InlineData("Leave this run out", "You left this run out, so it counts nowhere.")]
    public async Task A_run_is_put_right_and_back(string button, string sentence)
    {
        var page = await pages.OpenAsync(pages.NewestRun, Phone, dark: true, script: false);
        await PressAsync(page.Locator("#correct > summary"));
        await page.FillAsync("#told-distance", "12,34");
        await page.FillAsync("#told-day", "2026-04-06");
        await page.FillAsync("#told-time", "06:05");

        await PressAsync(page.Locator("#correct").GetByRole(AriaRole.Button, new() { Name = button }));

        await Assertions.Expect(page.GetByText(sentence)).ToBeVisibleAsync();
        await IsWholeAsync(page);
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = button == "Leave this run out" ? "Count it again" : "Take it back" }));
        await Assertions.Expect(page.GetByText(sentence)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_is_deleted_and_brought_back()
    {
        var page = await pages.OpenAsync(pages.NewestRun, Phone, dark: true, script: false);

        await PressAsync(page.Locator("#correct > summary"));
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Delete this run" }));

        await Assertions.Expect(page.GetByText("1 run is deleted.")).ToBeVisibleAsync();
        await page.GotoAsync("/runs/deleted");
        await IsWholeAsync(page);
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Bring it back" }));
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(pages.Address, pages.NewestRun).ToString());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("Leave out", "3 runs are left out.")]
    [InlineData("Delete", "3 runs are deleted.")]
    public async Task Several_runs_are_changed_at_once_and_back(string button, string sentence)
    {
        var page = await pages.OpenAsync("/runs", Phone, dark: true, script: false);
        var before = await page.Locator("main h1 + p").TextContentAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Locator("input[name=runs]").Nth(i).FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

        await Assertions.Expect(page.GetByText(sentence)).ToBeVisibleAsync();
        await IsWholeAsync(page);
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Assertions.Expect(page.GetByText(sentence)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("left out", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Equal(before, await page.Locator("main h1 + p").TextContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_is_added_by_hand_and_taken_back_with_its_upload()
    {
        var page = await pages.OpenAsync("/runs/add", Phone, dark: true, script: false);
        await IsWholeAsync(page);
        await page.FillAsync("#day", "2026-05-01");
        await page.FillAsync("#time", "19:00");
        await page.FillAsync("#distance", "5.5");
        await page.FillAsync("#minutes", "33");

        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add the run" }));

        await Assertions.Expect(page.GetByText("You added this run by hand.")).ToBeVisibleAsync();
        await page.GotoAsync("/uploads");
        await page.GetByRole(AriaRole.Link, new() { Name = "by-hand-2026-05-01.tcx", Exact = true }).ClickAsync();
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Undo this upload" }));
        await Assertions.Expect(page.GetByText("by-hand-2026-05-01.tcx")).ToHaveCountAsync(0);
        await page.GotoAsync("/runs");
        await Assertions.Expect(page.GetByText("Fri 1 May 2026")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    // Every caller waits for what the page shows next.
    private static async Task PressAsync(ILocator button)
    {
        await button.FocusAsync();
        await button.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task IsWholeAsync(IPage page)
    {
        // A page is in the document before its style sheet is.
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
