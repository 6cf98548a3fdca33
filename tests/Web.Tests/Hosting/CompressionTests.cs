using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Pages and JSON arrive compressed; events, archives and answers that another site had a browser ask for do not.</summary>
public sealed partial class CompressionTests(RunningService service, SharedPostgreSql shared) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Theory]
    [InlineData("br", null)]
    [InlineData("gzip", null)]
    [InlineData("gzip, br", "same-origin")]
    [InlineData("br", "none")]
    public async Task The_dashboard_arrives_compressed(string accepts, string? from)
    {
        var runner = await host.ConsentingRunnerAsync("a");

        using var reply = await AskAsync(runner.Http, "/", accepts, from);

        var method = Assert.Single(reply.Content.Headers.ContentEncoding);
        Assert.Contains(method, accepts, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", reply.Headers.Vary);
        Assert.Contains("Cookie", reply.Headers.Vary);
        var (packed, text) = await UnpackAsync(reply, method);
        Assert.Contains("</html>", text, StringComparison.Ordinal);
        Assert.InRange(packed, 1, text.Length / 3);
    }

    [Fact]
    public async Task Json_arrives_compressed_and_an_original_file_as_it_is()
    {
        var runner = await host.RunnerAsync("a");
        var file = MadeRun.Fit(MadeRun.Monday);
        var batch = await runner.UploadAsync(("run.fit", file));
        await runner.FinishedAsync(batch);

        using var status = await AskAsync(runner.Http, "/uploads/status", "br");
        using var page = await AskAsync(runner.Http, $"/uploads/{batch}", "identity");
        var original = OriginalLink().Match(await page.Content.ReadAsStringAsync()).Value;
        using var download = await AskAsync(runner.Http, original, "br, gzip");

        Assert.Equal(["br"], status.Content.Headers.ContentEncoding);
        Assert.Empty(download.Content.Headers.ContentEncoding);
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_another_site_has_a_browser_ask_for_is_not_compressed(string from)
    {
        var runner = await host.ConsentingRunnerAsync("a");

        using var reply = await AskAsync(runner.Http, "/", "br, gzip", from);

        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Contains("</html>", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_pages_hold_the_same_token_of_a_form()
    {
        var runner = await host.ConsentingRunnerAsync("a");

        var (first, second) = (await runner.ReadAsync("/settings"), await runner.ReadAsync("/settings"));

        var tokens = FormToken().Matches(first).Concat(FormToken().Matches(second)).Select(match => match.Groups[1].Value).ToList();
        Assert.InRange(tokens.Count, 4, 100);
        Assert.Equal(2, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Events_come_one_by_one_as_they_are()
    {
        // Nothing works here on what it takes in, so that the batch waits and its events go on.
        await using var web = new WebHost().With("Database:Provider", "PostgreSql")
            .With("Database:ConnectionString", await shared.NewDatabaseAsync())
            .With("role", "web");
        web.UseKestrel(0);
        web.StartServer();
        var runner = (await web.RunnerAsync("a")).At(web.ClientOptions.BaseAddress);
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        using var bound = new CancellationTokenSource(Patience.Bound);

        using var reply = await AskAsync(runner.Http, $"/uploads/{batch}/events", "br, gzip", "same-origin", bound.Token);
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(bound.Token));
        var first = await lines.ReadLineAsync(bound.Token);

        Assert.Equal(["identity"], reply.Content.Headers.ContentEncoding);
        Assert.Equal("event: news", first);
        using var page = await AskAsync(runner.Http, $"/uploads/{batch}", "br", cancellationToken: bound.Token);
        Assert.Equal(["br"], page.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_scripts_and_styles_ask_for_by_the_hash_of_its_content_is_kept_for_a_year()
    {
        using var http = host.CreateClient();
        var styles = await http.GetStringAsync("/dist/styles.css");
        var scripts = await http.GetStringAsync("/dist/run.js") + await http.GetStringAsync("/dist/ground.js");
        var names = AssetName().Matches(styles + scripts).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains(names, name => name.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Contains(names, name => name.EndsWith(".js", StringComparison.Ordinal));
        foreach (var name in names)
        {
            using var reply = await http.GetAsync($"/dist/{name}");
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.Contains("immutable", reply.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        using var unhashed = await http.GetAsync("/dist/site.js");
        Assert.DoesNotContain("immutable", unhashed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient http, string address, string accepts, string? from = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<(int Packed, string Text)> UnpackAsync(HttpResponseMessage reply, string method)
    {
        var packed = await reply.Content.ReadAsByteArrayAsync();
        await using Stream unpacking = method == "br"
            ? new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacking, Encoding.UTF8);
        return (packed.Length, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("/uploads/[0-9a-f-]+/original", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OriginalLink();

    [GeneratedRegex("(?:data-antiforgery|name=\"__RequestVerificationToken\" type=\"hidden\" value)=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex FormToken();

    [GeneratedRegex(@"\b[acw]-[A-Z0-9]{8}\.(js|woff2)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AssetName();
}
