using System.Text.Json;
using KneeLoad.Analysis.Diary;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Playwright;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

/// <summary>The first thing that is seen on a phone: level, reason, deed, and the furthest run with its slider.</summary>
[Collection(SeenPagesCollection.Name)]
public sealed class TodayTests(SeenPages pages)
{
    private const int Width = 390;
    private const int Height = 844;

    private static readonly (string Name, byte[] Content)[] Easy = MadeHistory.Files[..^1];

    private static readonly (string Name, byte[] Content) Marathon =
        ("marathon.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromDays(2) - Duration.FromHours(12), minutes: 220));

    [Theory]
    [InlineData("low", "low")]
    [InlineData("elevated", "elevated")]
    [InlineData("high", "high")]
    [InlineData("hold", "elevated")]
    [InlineData("stop", "high")]
    [InlineData("doctor", "high")]
    public async Task All_of_it_stands_above_the_fold(string state, string tone)
    {
        var runner = await RunnerAsync(state);

        var page = await pages.OpenAsAsync(runner, "/", Width, Height);

        await Assertions.Expect(page.Locator($".today.edge-{tone} .level.tone-{tone}")).ToBeVisibleAsync();
        // The bar of places lies over the lower edge of a phone.
        var fold = await page.EvaluateAsync<double>("() => Math.min(innerHeight, document.querySelector('.places').getBoundingClientRect().top)");
        foreach (var part in new[] { ".level", ".finding", "[data-do]", "[data-furthest]", ".slider" })
        {
            var bottoms = await page.EvaluateAsync<double[]>(
                "(part) => [...document.querySelectorAll(`.today ${part}`)].map((found) => found.getBoundingClientRect().bottom)", part);
            Assert.Equal(part == ".slider" && state is "hold" or "stop" or "doctor" ? 0 : 1, bottoms.Length);
            Assert.All(bottoms, bottom => Assert.True(bottom <= fold, $"{state}: {part} ends at {bottom}, the fold is at {fold}"));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_slider_answers_while_it_is_dragged_with_the_servers_sentences()
    {
        var runner = await RunnerAsync("slide");
        var page = await pages.OpenAsAsync(runner, "/", Width, Height);
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Plan a run" });
        var said = page.Locator("[data-said]");
        await Assertions.Expect(said).ToHaveTextAsync("Slide to plan a run.");
        await Assertions.Expect(page.Locator("[data-ask]")).ToBeHiddenAsync();
        var places = JsonDocument.Parse(await page.Locator("#plan-places").TextContentAsync() ?? "").RootElement;

        var box = (await slider.BoundingBoxAsync())!;
        var (left, middle) = (box.X + 14, box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(left + ((box.Width - 28) * Share(await slider.InputValueAsync(), places)), middle);
        await page.Mouse.DownAsync();
        var heard = new List<string?>();
        foreach (var share in new[] { 0.2f, 0.52f, 0.75f, 0.95f })
        {
            await page.Mouse.MoveAsync(left + ((box.Width - 28) * share), middle);
            var place = places[int.Parse(await slider.InputValueAsync()) - 1];
            await Assertions.Expect(said).ToHaveTextAsync(place.GetProperty("words").GetString()!.Replace('\u00a0', ' '));
            await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", place.GetProperty("words").GetString()!);
            heard.Add(place.GetProperty("tone").GetString());
        }

        await page.Mouse.UpAsync();
        Assert.Equal(["unknown", "elevated", "elevated-more", "high"], heard);
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);

        // The same length, typed where no script runs, is judged in the same words.
        var plain = await pages.OpenAsAsync(runner, "/", Width, Height, script: false);
        await Assertions.Expect(plain.Locator(".slider input")).ToBeHiddenAsync();
        var words = places[places.GetArrayLength() - 1].GetProperty("words").GetString()!;
        await plain.FillAsync("#planned", words.Split('\u00a0')[0]);
        await plain.ClickAsync("[data-ask] button");
        await Assertions.Expect(plain.Locator("[data-planned]")).ToHaveTextAsync(words.Replace('\u00a0', ' '));
        await plain.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_slider_goes_by_keys()
    {
        var runner = await RunnerAsync("keys");
        var page = await pages.OpenAsAsync(runner, "/", Width, Height);
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Plan a run" });
        var before = int.Parse(await slider.InputValueAsync());

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal(before + 1, int.Parse(await slider.InputValueAsync()));
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("times as far as");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("Slide to plan a run.");
        await page.Context.CloseAsync();
    }

    private static float Share(string value, JsonElement places) => float.Parse(value) / places.GetArrayLength();

    private async Task<RunnerClient> RunnerAsync(string state)
    {
        var runner = await pages.RunnerAsync(
            $"today-{state}",
            state switch { "high" => [.. Easy, Marathon], "low" or "hold" or "stop" or "doctor" => Easy, _ => MadeHistory.Files });
        if (state is "hold" or "stop" or "doctor")
        {
            await pages.AskAsync(async db =>
            {
                db.DiaryNotes.Add(new()
                {
                    Id = Guid.NewGuid(),
                    RunnerId = runner.RunnerId,
                    Day = MadeHistory.Now.InUtc().Date.PlusDays(-1),
                    Entered = MadeHistory.Now - Duration.FromDays(1),
                    WorstPain = state is "hold" ? 4 : 7,
                    SettledWithinHour = state is "hold",
                    RedFlags = state is "doctor" ? RedFlags.HotAndRedWithFever : RedFlags.None,
                });
                return await db.SaveChangesAsync();
            });
        }

        return runner;
    }
}
