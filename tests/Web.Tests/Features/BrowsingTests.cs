using KneeLoad.Web.Tests.Hosting;
using Microsoft.Playwright;
using NodaTime;

namespace KneeLoad.Web.Tests.Features;

/// <summary>A person's keys, drops and taps work, with script and without.</summary>
[Collection(SeenPagesCollection.Name)]
public sealed class BrowsingTests(SeenPages pages)
{
    [Fact]
    public async Task The_first_tab_skips_to_the_content()
    {
        var page = await pages.OpenAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_score_opens_by_keys_down_to_the_source()
    {
        var page = await pages.OpenAsync("/");

        await page.FocusAsync("text=Why this level?");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("a[href='https://doi.org/10.1136/bjsports-2024-109380']").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_weeks_are_drawn_and_stand_in_a_table_beneath()
    {
        var page = await pages.OpenAsync("/");

        await Assertions.Expect(page.Locator("#weeks-chart svg")).ToBeVisibleAsync();
        await page.ClickAsync("section[aria-labelledby=weeks-title] summary");

        Assert.Equal(8, await page.Locator("section[aria-labelledby=weeks-title] tbody tr").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_is_drawn_column_by_column()
    {
        var page = await pages.OpenAsync(pages.NewestRun);

        await Assertions.Expect(page.Locator("[data-traces] canvas")).ToHaveCountAsync(4);
        Assert.Equal(["Pace, /km", "Altitude, m", "Cadence, steps/min", "Heart rate, bpm"], await page.Locator("[data-traces] h3").AllTextContentsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_is_drawn_on_its_map_and_pointing_at_it_names_the_way()
    {
        var page = await pages.OpenAsync(pages.MappedRun);

        await page.Locator("#ground").ScrollIntoViewIfNeededAsync();
        var canvas = page.Locator(".ground-map canvas");
        await Assertions.Expect(canvas).ToBeVisibleAsync();
        var popup = page.Locator(".ground-map .tip");
        await PointAtTheMiddleUntilAsync(popup);

        await Assertions.Expect(popup.First).ToContainTextAsync("Lower Street");
        await Assertions.Expect(popup.First).ToContainTextAsync("asphalt (the map says so)");
        await Assertions.Expect(page.Locator(".ground-map .maplibregl-ctrl-attrib")).ToContainTextAsync("© OpenStreetMap contributors");
        await page.Context.CloseAsync();

        async Task PointAtTheMiddleUntilAsync(ILocator said)
        {
            var box = (await canvas.BoundingBoxAsync())!;
            for (var attempt = 0; attempt < 100 && await said.CountAsync() == 0; attempt++)
            {
                // A map that is still drawing hears no pointer.
                await page.Mouse.MoveAsync(box.X + (box.Width / 2) + (attempt % 3), box.Y + (box.Height * 0.7f));
                await page.WaitForTimeoutAsync(100);
            }
        }
    }

    [Fact]
    public async Task A_way_is_corrected_for_all_runs_and_taken_back_without_script()
    {
        var page = await pages.OpenAsync(pages.MappedRun, script: false);
        var row = page.Locator(".ways tbody tr", new() { HasText = "Lower Street" });
        await Assertions.Expect(page.Locator("#ground .legend")).ToContainTextAsync("asphalt");

        await page.ClickAsync("text=and correct one");
        await row.Locator("a").ClickAsync();
        await row.Locator("select").SelectOptionAsync("Gravel");
        await row.Locator("button").ClickAsync();

        await Assertions.Expect(page.Locator("#ground .legend")).ToContainTextAsync("gravel");
        await page.ClickAsync("text=and correct one");
        await Assertions.Expect(row).ToContainTextAsync("you said so");
        await row.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("#ground .legend")).ToContainTextAsync("asphalt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_dropped_on_any_page_are_uploaded_and_undone_as_a_whole()
    {
        var page = await pages.OpenAsync("/diary");
        var file = Convert.ToBase64String(MadeRun.Fit(MadeHistory.Now - Duration.FromDays(30), minutes: 3));

        await page.EvaluateAsync(
            """
            (file) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0))], "dropped.fit"));
              transfer.items.add(new File(["no run at all"], "note.txt"));
              document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }
            """,
            file);

        await page.WaitForURLAsync("**/uploads/*-*");
        await Assertions.Expect(page.Locator(".files li", new() { HasText = "dropped.fit" })).ToContainTextAsync("read");
        await Assertions.Expect(page.Locator(".files li", new() { HasText = "note.txt" })).ToContainTextAsync("rejected");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync("text=Undo this upload");
        await page.WaitForURLAsync("**/uploads");
        await Assertions.Expect(page.Locator(".files li", new() { HasText = "dropped.fit" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_archive_tells_by_itself_what_becomes_of_it_and_is_undone()
    {
        var page = await pages.OpenAsync("/uploads", width: 390, dark: true);
        var archive = Zip.Of(
            [.. Enumerable.Range(0, 3).Select(day => ($"old-{day}.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromDays(300 + day), minutes: 2)))]);

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "old-runs.zip", MimeType = "application/zip", Buffer = archive });
        await page.WaitForURLAsync("**/uploads/*-*");

        await Assertions.Expect(page.Locator("[data-summary]")).ToHaveTextAsync("3 runs");
        await Assertions.Expect(page.Locator("#runs li", new() { HasText = "old-2.fit" })).ToContainTextAsync("read");
        await Assertions.Expect(page.Locator("[data-pending]")).ToHaveCountAsync(0);
        Assert.Empty(await AccessibilityTests.ViolationsAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ClickAsync("text=Undo this upload");
        await page.WaitForURLAsync("**/uploads");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_form_uploads_and_the_line_stands_after_a_reload()
    {
        var page = await pages.OpenAsync("/uploads", script: false);

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "plain.txt", MimeType = "text/plain", Buffer = "no run"u8.ToArray() });
        await page.ClickAsync("main form.drop button");
        await page.WaitForURLAsync("**/uploads/*-*");
        while (await page.Locator("[data-pending]").CountAsync() > 0)
        {
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator(".files li")).ToContainTextAsync("rejected");
        await page.ClickAsync("text=Undo this upload");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_pain_of_a_day_of_rest_is_entered_in_two_taps_more()
    {
        var page = await pages.OpenAsync("/", width: 390, script: false);

        // After a run it stands open; on a day of rest it is opened first.
        await page.ClickAsync("#check-in > details > summary");
        await page.ClickAsync("#check-in .scale label:nth-child(3)");
        await page.ClickAsync("#check-in button:has-text('Yes')");

        await Assertions.Expect(page.Locator("#check-in")).ToContainTextAsync("worst pain 2 of 10 and back to as before within the hour");
        await page.GotoAsync("/diary");
        await page.ClickAsync("text=Delete");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_settings_offer_the_browsers_zone()
    {
        var page = await pages.OpenAsync("/settings");
        await page.FillAsync("#Input_TimeZone", "Asia/Tokyo");
        await page.ClickAsync("button:has-text('Save')");

        await page.ClickAsync("[data-suggest-zone]");

        Assert.Equal("Europe/Berlin", await page.InputValueAsync("#Input_TimeZone"));
        await page.ClickAsync("button:has-text('Save')");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Saved.");
        await page.Context.CloseAsync();
    }
}
