using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features;

/// <summary>No page and no mail says what must not be said, whatever state the runner is in.</summary>
public sealed class WordsTests(ITestOutputHelper output) : IAsyncDisposable
{
    private readonly WebHost host = new WebHost().At(new StoppedClock(MadeHistory.Now));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task No_page_of_a_runner_says_what_must_not_be_said()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await ReadAllAsync("without runs", runner.Http);
        await runner.UploadAndFinishAsync(MadeHistory.Files);
        var pages = await ReadAllAsync("with runs", runner.Http);
        using var sore = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "7"), ("SettledWithinHour", "false"));
        await ReadAllAsync("sore", runner.Http);

        string[] expected = ["/", "/diary", "/method", "/runs", "/settings", "/uploads", "/why-knees-hurt"];
        Assert.Equal(expected, expected.Intersect(pages));
        Assert.True(pages.Count(page => page.StartsWith("/runs/", StringComparison.Ordinal)) >= MadeHistory.Files.Length);
    }

    [Fact]
    public async Task No_page_for_everyone_says_what_must_not_be_said()
    {
        var pages = await ReadAllAsync("nobody", host.CreateClient());

        string[] expected = ["/", "/account/register", "/account/signin", "/method", "/why-knees-hurt"];
        Assert.Equal(expected, expected.Intersect(pages));
    }

    [Fact]
    public async Task No_page_without_consent_says_what_must_not_be_said()
    {
        var runner = await host.RunnerAsync("a");

        await ReadAllAsync("without consent", runner.Http);
    }

    [Fact]
    public void No_mail_says_what_must_not_be_said()
    {
        var mails = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Web.Tests", "Features", "WeeklyMail"), "*.approved.*");

        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Empty(DenyList.Denied(Crawl.Words(File.ReadAllText(mail)))));
    }

    [Fact]
    public void A_denied_word_is_found_between_tags() =>
        Assert.Equal(
            ["It is safe.", "30 % risk"],
            DenyList.Denied(Crawl.Words("<p>Run on. It is <em>safe</em>. No?</p><td>30&#160;% <b>risk</b></td><script>risk</script>")));

    /// <summary>Reads all pages, and gives their addresses.</summary>
    private async Task<string[]> ReadAllAsync(string who, HttpClient http)
    {
        var pages = await Crawl.PagesAsync(http, "/");
        output.WriteLine($"{who}: {pages.Count} pages");
        var denied = pages.SelectMany(page => DenyList.Denied(Crawl.Words(page.Value)).Select(sentence => $"{page.Key}: {sentence}"));
        Assert.Empty(denied);
        return [.. pages.Keys];
    }
}
