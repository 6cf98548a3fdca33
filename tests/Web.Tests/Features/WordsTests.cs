using System.Net;
using System.Reflection;
using System.Text.Json;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features;

/// <summary>No page and no mail says what must not be said, whatever state the runner is in.</summary>
public sealed class WordsTests(RunningService service, ITestOutputHelper output) : IClassFixture<RunningService>
{
    private static readonly string[] Citations =
        [.. typeof(Sources)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null))
            .OfType<Source>()
            .Select(source => source.Citation)];

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

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
    public async Task No_page_behind_a_link_of_a_mail_says_what_must_not_be_said()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await using var scope = host.Services.OfAll();
        var tokens = scope.ServiceProvider.GetRequiredService<MailTokens>();
        var pain = "/mail/pain/" + await tokens.MintAsync(runner.RunnerId, MailTokenPurpose.PainEntry, new(2026, 5, 5), CancellationToken.None);
        var unsubscribe = "/mail/unsubscribe/" + await tokens.MintAsync(runner.RunnerId, MailTokenPurpose.Unsubscribe, null, CancellationToken.None);
        var confirm = "/mail/confirm/" + await tokens.MintAsync(runner.RunnerId, MailTokenPurpose.ConfirmAddress, null, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        var stranger = host.CreateClient();

        (string Address, FormUrlEncodedContent? Form)[] visits =
        [
            (pain, null),
            (pain, Form()),
            (pain, Form(("worstPain", "7"), ("settled", "false"), ("Flags", "Locking"), ("Limping", "true"), ("Injured", "true"), ("Pausing", "true"))),
            (unsubscribe, null), (unsubscribe, Form()), (confirm, null), (confirm, Form()),
        ];

        foreach (var (address, form) in visits)
        {
            using var reply = form is null ? await stranger.GetAsync(address) : await stranger.PostAsync(address, form);
            Assert.NotEqual(HttpStatusCode.NotFound, reply.StatusCode);
            Assert.Empty(DenyList.Denied(Crawl.Words(await reply.Content.ReadAsStringAsync())));
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task No_page_of_a_fault_says_what_must_not_be_said(int status)
    {
        var http = host.CreateClient();
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var reply = await http.GetAsync($"/error/{status}");

        Assert.Equal(status, (int)reply.StatusCode);
        var words = Crawl.Words(await reply.Content.ReadAsStringAsync());
        Assert.True(words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length > 2, words);
        Assert.Empty(DenyList.Denied(words));
    }

    [Fact]
    public void The_page_of_the_demo_says_nothing_that_must_not_be_said() =>
        // It is there in the demo alone, and all of its words stand in it.
        Assert.Empty(DenyList.Denied(Crawl.Words(File.ReadAllText(Path.Combine(Repository.Root, "src", "Web", "Features", "Demo", "SignIn.cshtml")))));

    [Fact]
    public async Task No_download_says_what_must_not_be_said()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync([.. MadeHistory.Files, ("broken.fit", [1, 2, 3])]);
        using var sore = await runner.SubmitAsync("/diary", ("Day", "2026-05-05"), ("WorstPain", "7"), ("SettledWithinHour", "false"));
        await runner.ReadAsync("/");

        foreach (var address in new[] { "/score/2026-05-06.json", "/uploads/status" })
        {
            var document = JsonDocument.Parse(await runner.Http.GetStringAsync(address)).RootElement;
            Assert.Contains(Texts(document), text => text.Contains(' ', StringComparison.Ordinal));
            Assert.All(Texts(document), text => Assert.Empty(DenyList.Denied(WithoutTitles(text))));
        }
    }

    [Fact]
    public void No_mail_says_what_must_not_be_said()
    {
        var mails = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Web.Tests", "Features", "WeeklyMail"), "*.approved.*");

        Assert.Contains(mails, mail => mail.EndsWith(".txt", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.EndsWith(".html", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Empty(DenyList.Denied(Crawl.Words(File.ReadAllText(mail)))));
    }

    [Fact]
    public void A_denied_word_is_found_between_tags() =>
        Assert.Equal(
            ["It is safe.", "30 % risk"],
            DenyList.Denied(Crawl.Words("<p>Run on. It is <em>safe</em>. No?</p><td>30&#160;% <b>risk</b></td><script>risk</script>")));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>Every text of a document, names aside.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    /// <summary>A text without the papers' own titles, which say what their authors chose to.</summary>
    private static string WithoutTitles(string text) => Citations.Aggregate(text, (rest, citation) => rest.Replace(citation, "", StringComparison.Ordinal));

    /// <summary>Reads all pages, and gives their addresses.</summary>
    private async Task<string[]> ReadAllAsync(string who, HttpClient http)
    {
        var pages = await Crawl.PagesAsync(http, "/");
        output.WriteLine($"{who}: {pages.Count} pages");
        var denied = pages.SelectMany(page => DenyList.Denied(WithoutTitles(Crawl.Words(page.Value))).Select(sentence => $"{page.Key}: {sentence}"));
        Assert.Empty(denied);
        return [.. pages.Keys];
    }
}
