using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>The document of the API, and the page that shows it.</summary>
public sealed partial class DocumentTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task The_document_is_the_one_that_is_committed()
    {
        using var anybody = host.CreateClient();

        var text = JsonNode.Parse(await anybody.GetStringAsync("/api/v1/openapi.json"))!.ToJsonString(Indented) + "\n";

        Assert.Equal(Approved.Text("docs/openapi.json", text), text);
    }

    [Fact]
    public async Task Every_address_of_the_API_stands_in_the_document_with_its_words()
    {
        using var anybody = host.CreateClient();
        var paths = JsonDocument.Parse(await anybody.GetStringAsync("/api/v1/openapi.json")).RootElement.GetProperty("paths");
        var told = paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value)))
            .ToDictionary(operation => operation.Name, operation => operation.Value.GetProperty("description").GetString()!);

        var routes = (await Routes.AllAsync(host))
            // The addresses of tus are described by their protocol.
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.IsFile()
                && route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(route => $"{route.Method().ToLowerInvariant()} {Constraint().Replace(route.RoutePattern.RawText!, "}").TrimEnd('/')}");

        Assert.Equal(routes.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(told.Values, words => Assert.EndsWith(".", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_runs_no_script_but_its_own()
    {
        using var anybody = host.CreateClient();

        using var reply = await anybody.GetAsync("/api/docs/");
        var html = await reply.Content.ReadAsStringAsync();
        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        using var script = await anybody.GetAsync(new Uri(reply.RequestMessage!.RequestUri!, Script().Match(html).Groups[1].Value));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.True(nonce.Length > 20, policy);
        Assert.All(Tag().Matches(html), tag => Assert.Contains(nonce, tag.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*src=\"([^\"]+)\"")]
    private static partial Regex Script();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Tag();
}
