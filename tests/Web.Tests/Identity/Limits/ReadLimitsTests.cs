using System.Security.Claims;
using System.Threading.RateLimiting;
using KneeLoad.Web.Identity.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace KneeLoad.Web.Tests.Identity.Limits;

public sealed class ReadLimitsTests
{
    [Fact]
    public async Task DO_08_Of_one_runner_few_pages_are_made_at_one_time_the_next_wait_and_others_do_not()
    {
        var options = new RateLimiterOptions();
        ReadLimits.Configure(options);
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
}
