using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Features.Method;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace KneeLoad.Web.Tests.Features;

/// <summary>Every page at a desk's and a phone's width, in light and dark, as a browser and axe see it.</summary>
[Collection(SeenPagesCollection.Name)]
public sealed class AccessibilityTests(SeenPages pages, ITestOutputHelper output)
{
    private const int Desk = 1280;
    private const int Phone = 390;
    private const int Narrowest = 320;

    /// <summary>Twelve screens of a phone that is 844 pixels high. [px]</summary>
    private const int MostHeight = 12 * 844;
    private const string Run = "(the newest run)";
    private const string Mapped = "(a run on the map)";

    private static readonly string Axe = Path.Combine(Repository.Root, "src", "Web", "node_modules", "axe-core", "axe.min.js");

    public static TheoryData<string, bool> Pages => new()
    {
        { "/", true }, { "/runs", true }, { "/runs/add", true }, { "/runs/deleted", true }, { Run, true }, { Mapped, true }, { "/uploads", true },
        { "/diary", true }, { "/settings", true }, { "/account/password", true },
        { "/account/signout", true }, { "/admin", true }, { "/admin/maps", true }, { "/why-knees-hurt", true }, { "/method", true }, { "/method/load", true },
        { "/error/404", true },
        { "/", false }, { "/account/register", false }, { "/account/signin", false },
    };

    // Colours go by the scheme and places by the width: two looks show both of each, and the long run takes them crosswise too.
    private static (int Width, bool Dark)[] Looks => [(Desk, false), (Phone, true), .. LongRun.IsAsked ? new[] { (Phone, false), (Desk, true) } : []];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_rule_is_broken_and_nothing_is_cut_off(string path, bool signedIn)
    {
        foreach (var (width, dark) in Looks)
        {
            var page = await pages.LookAsync(AddressOf(path), width, dark, signedIn);
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })");

            Assert.Empty(await ViolationsAsync(page));
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_cut_off_on_the_narrowest_phone(string path, bool signedIn)
    {
        var page = await pages.LookAsync(AddressOf(path), Narrowest, signIn: signedIn);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })");

        // The longest formula of the method page reaches a hair further: mathematics is let off by WCAG 1.4.10.
        var allowed = path == "/method/load" ? 2 : 0;
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, allowed);
    }

    [Fact]
    public async Task Every_chapter_of_the_method_fits_twelve_screens_of_a_phone_and_breaks_no_rule()
    {
        var page = await pages.LookAsync("/method", Phone);
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));

        // One window takes in all chapters, one after the other: to open each would take a second.
        foreach (var chapter in MethodChapter.All)
        {
            var look = await page.EvaluateAsync<JsonElement>(
                """
                async (address) => {
                  const text = await (await fetch(address)).text();
                  document.body.replaceWith(new DOMParser().parseFromString(text, "text/html").body);
                  const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
                  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
                  return { height: scrollHeight, cutOff: scrollWidth - clientWidth, broken: violations.map((rule) => rule.id).join() };
                }
                """,
                chapter.Address);
            var height = look.GetProperty("height").GetInt32();
            output.WriteLine($"{chapter.Id}: {height} px");
            Assert.Equal((chapter.Id, 0, ""), (chapter.Id, look.GetProperty("cutOff").GetInt32(), look.GetProperty("broken").GetString()));
            Assert.InRange(height, 1, MostHeight);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_refused_by_the_content_policy_or_asked_of_others(string path, bool signedIn)
    {
        var faults = new List<string>();
        var address = AddressOf(path);

        var page = await pages.OpenAsync(address, signIn: signedIn, watch: opened =>
        {
            // A drawing in software tells that it is slow; that is no fault of the page.
            opened.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning"
                && !message.Text.Contains("GL Driver Message", StringComparison.Ordinal) ? [message.Text] : []);
            opened.PageError += (_, fault) => faults.Add(fault);
            opened.Request += (_, request) => faults.AddRange(new Uri(request.Url).Host == pages.Address.Host ? [] : [request.Url]);
        });

        // The page for a fault answers with that fault's status, which a browser reports.
        Assert.DoesNotContain(faults, fault => !address.StartsWith("/error/", StringComparison.Ordinal) || !fault.Contains("404", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private string AddressOf(string path) => path switch
    {
        Run => pages.NewestRun,
        Mapped => pages.MappedRun,
        _ => path,
    };

    internal static async Task<string[]> ViolationsAsync(IPage page)
    {
        // Evaluated through the debugger, which no content policy of the page stops.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
              .map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`)
            """);
        return [.. found.EnumerateArray().Select(rule => rule.GetString()!)];
    }
}
