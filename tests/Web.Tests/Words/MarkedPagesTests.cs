using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Features.Method;
using KneeLoad.Web.Tests.Hosting;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Words;

/// <summary>A made-up language proves that no sentence of a page bypasses the resources.</summary>
public sealed partial class MarkedPagesTests(MarkedPagesTests.MarkedService service, ITestOutputHelper output) : IClassFixture<MarkedPagesTests.MarkedService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task No_page_of_a_runner_says_anything_past_the_resources()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await ReadAllAsync("without runs", runner.Http);
        (string Name, byte[] Content)[] files = [.. MadeHistory.Files, ("mapped.gpx", MadeRun.Gpx(MadeHistory.Now - NodaTime.Duration.FromDays(20))), .. Odd()];
        await runner.UploadAndFinishAsync(files);
        var pages = await ReadAllAsync("with runs", runner.Http);
        using var sore = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "7"), ("SettledWithinHour", "false"), ("Limping", "true"));
        await ReadAllAsync("sore", runner.Http);
        using var flagged = await runner.SubmitAsync("/diary", ("Day", "2026-05-06"), ("Flags", "CalfSwelling"));
        await ReadAllAsync("flagged", runner.Http);

        Assert.Contains("/", pages);
        Assert.Contains("/diary", pages);
        Assert.Contains("/settings", pages);
        Assert.True(pages.Count(page => page.StartsWith("/runs/", StringComparison.Ordinal)) >= MadeHistory.Files.Length + 2);
    }

    [Fact]
    public async Task No_page_for_everyone_says_anything_past_the_resources()
    {
        using var http = host.CreateClient();

        var pages = await ReadAllAsync("nobody", http);

        Assert.Contains("/account/signin", pages);
        Assert.Equal(
            MethodChapter.All.Select(chapter => chapter.Address).Order(StringComparer.Ordinal),
            pages.Where(page => page.StartsWith("/method", StringComparison.Ordinal)));
    }

    /// <summary>A run of which much is to be said, and files that are refused, left aside and damaged.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Odd()
    {
        var run = MadeRun.Gpx(MadeHistory.Now - NodaTime.Duration.FromDays(22));
        var odd = Encoding.UTF8.GetString(run).Replace("<trkseg>", "<type>fell pottering</type><name>a & b</name><trkseg>", StringComparison.Ordinal);
        yield return ("odd.gpx", Encoding.UTF8.GetBytes(odd[..odd.LastIndexOf("<trkpt", StringComparison.Ordinal)]));
        yield return ("page.gpx", "<!DOCTYPE html><html/>"u8.ToArray());
        yield return ("packed.tar.bz2", "BZh91AY&SY"u8.ToArray());
        yield return ("export.zip", Zip.Of(
            ("training-session-1.json", "{}"u8.ToArray()),
            ("picture.jpg", [1, 2, 3]),
            ("broken.fit", [14, 16, 0, 0, 9, 0, 0, 0, (byte)'.', (byte)'F', (byte)'I', (byte)'T']),
            ("activities.csv", "Activity ID,Activity Date,Activity Name,Activity Type,Filename\n2,x,b,Run,\n"u8.ToArray())));
    }

    /// <summary>A running service that speaks the made-up language.</summary>
    public sealed class MarkedService() : RunningService(new WebHost().Speaking(MarkedLanguage.Instance));

    private async Task<IReadOnlyList<string>> ReadAllAsync(string who, HttpClient http)
    {
        var pages = await Crawl.PagesAsync(http, "/");
        // The symbols and units of formulas, and the letters of certainty, are the same in every language.
        var faults = pages.SelectMany(page => Unmarked(page.Value)
            .Where(word => !page.Key.StartsWith("/method", StringComparison.Ordinal) || word.Length > 2)
            .Select(text => $"{page.Key} ({who}): {text}")).ToList();
        faults.ForEach(output.WriteLine);
        Assert.Empty(faults);
        return [.. pages.Select(page => page.Key)];
    }

    /// <summary>Words of a page outside of all marks: text, and attributes that are read aloud. What files and papers say is theirs.</summary>
    private static IEnumerable<string> Unmarked(string page)
    {
        var attributes = SpokenAttribute().Matches(page).Select(match => match.Groups["text"].Value);
        var text = Tag().Replace(Foreign().Replace(NoText().Replace(page, ""), ""), " ");
        return attributes.Prepend(text)
            .SelectMany(one => Word().Matches(MarkedLanguage.Outside(WebUtility.HtmlDecode(one))).Select(match => match.Value))
            .Where(word => word is not "KneeLoad")
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex("<(?<tag>script|style)\\b.*?</\\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoText();

    /// <summary>Papers, formulas, names of files, and cells that are quoted from the code and marked as English.</summary>
    [GeneratedRegex(
        "<ul class=\"sources\">.*?</ul>|<math\\b.*?</math>|<(?<cell>t[dh])\\b[^>]*lang=\"en\"[^>]*>.*?</\\k<cell>>|<(?<tag>span|li|option|code|select"
            + "|input)\\b[^>]*(class=\"[^\"]*\\b(name|from-file|from-runner)\\b[^\"]*\"|name=\"(TimeZone|Input.TimeZone)\")[^>]*>.*?</\\k<tag>>"
                + "|<a[^>]*openstreetmap[^>]*>.*?</a>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Foreign();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "\\s(aria-label|title|alt|placeholder|data-confirm|data-column)=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"[\p{L}][\p{L}\p{N}'’.-]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
