using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Identity.Limits;

public sealed class RequestLimitsTests(RunningService service, SharedPostgreSql shared) : IClassFixture<RunningService>
{
    private static readonly GrowingPause Pause = new(2, Duration.FromSeconds(1), Duration.FromSeconds(4));

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 5, 1, 12, 0));
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
    public async Task DO_06_A_limit_holds_after_a_restart()
    {
        using var folder = new ScratchFolder();
        await using (var first = new WebHost(folder.Path).At(clock))
        {
            using var visitor = new Visitor(first, "203.0.113.9");
            for (var post = 0; post < 20; post++)
            {
                (await visitor.PostAsync("/account/signin", "")).Dispose();
            }
        }

        await using var second = new WebHost(folder.Path).At(clock);
        using var again = new Visitor(second, "203.0.113.9");
        using var reply = await again.PostAsync("/account/signin", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
    }

    [Fact]
    public async Task DO_06_Two_processes_on_one_database_share_a_limit()
    {
        var database = await shared.NewDatabaseAsync();
        using var folder = new ScratchFolder();
        await using var first = On(folder, database);
        await using var second = On(folder, database);
        var tallies = new[] { first, second }.Select(process => process.Services.GetRequiredService<RequestTallies>()).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => tallies[i % 2].CountAsync("probe", "one", 10, Duration.FromMinutes(1))));

        Assert.Equal(10, answers.Count(answer => answer is null));
        Assert.Equal(1, await first.AskAsync(db => db.RequestTallies.CountAsync()));
    }

    [Fact]
    public async Task A_span_that_is_over_begins_anew_and_its_row_is_swept()
    {
        service.Anew(clock);
        var tallies = host.Services.GetRequiredService<RequestTallies>();
        Assert.Null(await tallies.CountAsync("probe", "one", 1, Duration.FromMinutes(1)));
        Assert.Equal(Duration.FromMinutes(1), await tallies.CountAsync("probe", "one", 1, Duration.FromMinutes(1)));

        clock.Advance(Duration.FromMinutes(1));

        Assert.Null(await tallies.CountAsync("probe", "one", 1, Duration.FromMinutes(1)));
        clock.Advance(Duration.FromMinutes(1));
        await tallies.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await host.AskAsync(db => db.RequestTallies.CountAsync()));
    }

    [Fact]
    public async Task Pauses_double_up_to_the_longest_and_are_forgotten_in_a_day()
    {
        service.Anew(clock);
        var tallies = host.Services.GetRequiredService<RequestTallies>();
        var waits = new List<double>();
        for (var tried = 0; tried < 7; tried++)
        {
            var wait = await tallies.PauseAsync("probe", "one", Pause);
            waits.Add(wait?.TotalSeconds ?? 0);
            clock.Advance(wait ?? Duration.Zero);
        }

        clock.Advance(Duration.FromDays(1));

        Assert.Equal([0, 0, 1, 0, 2, 0, 4], waits);
        Assert.Null(await tallies.PauseAsync("probe", "one", Pause));
        Assert.Null(await tallies.PauseAsync("probe", "one", Pause));
        Assert.Equal(1, (await tallies.PauseAsync("probe", "one", Pause))?.TotalSeconds);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void An_IPv6_household_is_one_network(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Network.Of(IPAddress.Parse(one)) == Network.Of(IPAddress.Parse(other)));

    private WebHost On(ScratchFolder folder, string database) =>
        new WebHost(folder.Path).At(clock).With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database);
}
