using System.Net;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.SingleUser;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace KneeLoad.Web.Tests.Identity.SingleUser;

/// <summary>One runner, no password, this machine only.</summary>
public sealed class SingleUserTests(SingleUserService service) : IClassFixture<SingleUserService>
{
    private readonly WebHost host = service.There;

    [Theory]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/uploads")]
    [InlineData("/method")]
    public async Task Each_page_is_there_without_a_password_and_says_so(string address)
    {
        using var visitor = new Visitor(host, "127.0.0.1");

        var page = await visitor.ReadAsync(address);

        Assert.Contains("For one person on this machine", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/signin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/password", page, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("/account/signin")]
    [InlineData("/account/register")]
    [InlineData("/account/password")]
    [InlineData("/account/forgotten")]
    public async Task Nobody_registers_or_signs_in(string address)
    {
        using var visitor = new Visitor(host, "127.0.0.1");

        using var reply = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.1.20:5080")]
    [InlineData("localhost.evil.example")]
    public async Task A_name_that_was_made_to_point_here_is_turned_away(string name)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/settings") { Headers = { Host = name } };

        using var reply = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task Another_machine_is_turned_away_and_so_is_a_proxy_that_speaks_for_one()
    {
        using var foreign = new Visitor(host, "192.168.1.20");
        using var proxied = new Visitor(host, "127.0.0.1");
        proxied.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.168.1.20");

        foreach (var visitor in new[] { foreign, proxied })
        {
            using var reply = await visitor.GetAsync("/settings");
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_of_another_page_changes_nothing()
    {
        using var visitor = new Visitor(host, "127.0.0.1");

        using var reply = await visitor.PostAsync("/settings?handler=pause", "", ("paused", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://localhost:5080;https://*:5081")]
    [InlineData("PublicUrl", "https://knees.example.org")]
    [InlineData("TrustedProxies", "10.0.0.1")]
    public void What_others_could_reach_is_refused_at_the_start(string setting, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("AllowPlainHttp", (string?)"true"), KeyValuePair.Create(setting, (string?)value)]);

        Assert.Contains("SingleUser asks for no password", Assert.Throws<SettingException>(() => builder.AddSingleUser()).Message, StringComparison.Ordinal);
    }
}

/// <summary>A running service for one person on one's own machine.</summary>
public sealed class SingleUserService : RunningService
{
    public SingleUserService() => Host.With("SingleUser", "true");

    /// <summary>The service as it is, its account included.</summary>
    internal WebHost There => Host;
}
