using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using KneeLoad.Web.Data;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Identity;

public sealed class RateLimitsTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task DO_02_A_runner_who_floods_is_told_to_wait_and_others_are_not()
    {
        var flooding = await host.RunnerAsync("flooding");
        var other = await host.RunnerAsync("other");

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => flooding.PostAsync("/uploads", new StringContent(""))));
        using var untouched = await other.PostAsync("/uploads", new StringContent(""));

        var refused = replies.Where(reply => reply.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(80, refused.Count);
        Assert.All(refused, reply => Assert.NotNull(reply.Headers.RetryAfter));
        Assert.Equal(HttpStatusCode.BadRequest, untouched.StatusCode);
    }

    [Fact]
    public async Task DO_08_Of_one_runner_few_pages_are_made_at_one_time_the_next_wait_and_others_do_not()
    {
        var options = new RateLimiterOptions();
        RateLimits.Configure(options);
        var limiter = options.GlobalLimiter!;
        var crowd = new List<RateLimitLease>();
        for (var i = 0; i < 4; i++)
        {
            crowd.Add(await limiter.AcquireAsync(Reading("a"), cancellationToken: TestContext.Current.CancellationToken));
        }

        var waits = limiter.AcquireAsync(Reading("a"), cancellationToken: TestContext.Current.CancellationToken);
        var other = limiter.AcquireAsync(Reading("b"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(crowd, lease => Assert.True(lease.IsAcquired));
        Assert.False(waits.IsCompleted);
        Assert.True(other.IsCompleted);
        Assert.True((await other).IsAcquired);
        crowd[0].Dispose();
        Assert.True((await waits).IsAcquired);
    }

    private static DefaultHttpContext Reading(string runner) => new()
    {
        Request = { Method = "GET", Path = "/runs" },
        User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, runner)], "test")),
    };

    [Fact]
    public async Task Guessing_a_password_is_slowed_down_for_that_account_only()
    {
        await using var scope = host.Services.OfAll();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        await accounts.RegisterAsync("anna@example.org", "mud and stars", null);
        for (var guess = 0; guess < 10; guess++)
        {
            await accounts.SignInAsync("anna@example.org", $"guess {guess}", remember: false);
        }

        var paused = await accounts.SignInAsync("anna@example.org", "mud and stars", remember: false);
        var unknown = await accounts.SignInAsync("nobody@example.org", "mud and stars", remember: false);

        Assert.False(paused);
        Assert.False(unknown);
        Assert.NotNull(await host.AskAsync(db => Task.FromResult(db.Users.Single().LockoutEnd)));
    }
}
