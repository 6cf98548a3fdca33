using System.Net;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KneeLoad.Web.Tests.Features.Errors;

/// <summary>The answers to requests that no page is meant for.</summary>
public sealed class FaultPageTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("ODD")]
    public async Task WEB_12_Another_method_is_refused_before_any_page_is_made(string method)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);

        foreach (var address in new[] { "/", "/runs", "/admin", "/uploads", "/account/signin", "/dist/styles.css", "/healthz", "/readyz" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("RequestVerificationToken", owner.Token);
            using var reply = await owner.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
            Assert.Equal(["GET", "HEAD", "POST"], reply.Content.Headers.Allow);
            Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_post_that_is_turned_away_is_not_read_for_the_reply()
    {
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var broken = new StringContent("no form at all");
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "q") } };

        using var reply = await stranger.PostAsync("/uploads", broken);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("302")]
    [InlineData("999")]
    [InlineData("-1")]
    public async Task An_address_that_names_no_fault_is_none(string status)
    {
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var reply = await stranger.GetAsync("/error/" + status);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }
}
