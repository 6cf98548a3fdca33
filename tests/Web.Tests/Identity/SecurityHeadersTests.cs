using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KneeLoad.Web.Tests.Identity;

public sealed class SecurityHeadersTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/error/404")]
    [InlineData("/dist/styles.css")]
    [InlineData("/uploads/status")]
    [InlineData("/nothing")]
    [InlineData("/robots.txt")]
    [InlineData("http://evil.example/")]
    public async Task WEB_07_Every_reply_carries_them(string address)
    {
        using var reply = await AnonymousAsync(address);

        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], reply.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["noindex, nofollow"], reply.Headers.GetValues("X-Robots-Tag"));
        Assert.False(reply.Headers.Contains("Server"));
    }

    [Fact]
    public async Task PR_01_Robots_are_asked_to_stay_away()
    {
        using var reply = await AnonymousAsync("/robots.txt");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("User-agent: *\nDisallow: /\n", await reply.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/admin/nothing", HttpStatusCode.NotFound)]
    [InlineData("/dist/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("/.git/config", HttpStatusCode.NotFound)]
    [InlineData("/appsettings.json", HttpStatusCode.NotFound)]
    [InlineData("/metrics", HttpStatusCode.NotFound)]
    [InlineData("/swagger", HttpStatusCode.NotFound)]
    [InlineData("/hangfire", HttpStatusCode.NotFound)]
    [InlineData("/runs", HttpStatusCode.Redirect)]
    [InlineData("/admin", HttpStatusCode.Redirect)]
    public async Task OPS_04_WEB_12_An_address_that_is_none_is_none_for_everybody(string address, HttpStatusCode expected)
    {
        var runner = await host.RunnerAsync("a");

        using var nobody = await AnonymousAsync(address);
        using var somebody = await runner.Http.GetAsync(address);

        Assert.Equal(expected, nobody.StatusCode);
        Assert.True(expected is not HttpStatusCode.NotFound || somebody.StatusCode == expected, $"{somebody.StatusCode}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/error/404")]
    [InlineData("/uploads/status")]
    public async Task AZ_05_No_page_is_kept_anywhere(string address)
    {
        using var reply = await AnonymousAsync(address);

        Assert.Equal("no-store, private", reply.Headers.CacheControl!.ToString());
        Assert.Contains("Cookie", reply.Headers.Vary);
    }

    [Theory]
    [InlineData("/dist/styles.css", "text/css")]
    [InlineData("/dist/dashboard.js", "text/javascript")]
    public async Task Styles_and_scripts_are_served_with_their_type_in_production(string address, string type)
    {
        using var reply = await AnonymousAsync(address);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(type, reply.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_page_names_its_styles_by_their_content()
    {
        using var page = await AnonymousAsync("/account/signin");
        var styles = Regex.Match(await page.Content.ReadAsStringAsync(), "href=\"(/dist/styles\\.[^\"]+\\.css)\"", RegexOptions.None, TimeSpan.FromSeconds(1));

        using var reply = await AnonymousAsync(styles.Groups[1].Value);

        Assert.Equal("text/css", reply.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(reply.Headers.ETag);
    }

    [Fact]
    public async Task AU_04_With_an_https_address_cookies_are_bound_to_the_host_and_browsers_are_told_to_stay()
    {
        await using var https = new WebHost().With("PublicUrl", "https://knees.example.org");
        var runner = await https.RunnerAsync("a");

        using var reply = await runner.Http.GetAsync("http://knees.example.org/uploads/status");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.StartsWith("__Host-kneeload=", runner.Http.DefaultRequestHeaders.GetValues("Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal(["max-age=31536000"], reply.Headers.GetValues("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_name_that_was_made_to_point_here_is_turned_away()
    {
        using var reply = await AnonymousAsync("http://evil.example/healthz");

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task AU_10_A_sign_in_is_asked_for_at_the_public_address_only()
    {
        await using var https = new WebHost().With("PublicUrl", "https://knees.example.org");
        using var client = https.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var reply = await client.GetAsync("http://localhost/runs");

        Assert.Equal("knees.example.org", reply.Headers.Location!.Host);
    }

    private Task<HttpResponseMessage> AnonymousAsync(string address)
    {
        var client = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        return client.GetAsync(address);
    }
}
