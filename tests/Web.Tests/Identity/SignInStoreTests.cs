using System.Net;
using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Identity;

public sealed class SignInStoreTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task AU_06_A_cookie_is_worth_nothing_once_its_row_is_gone()
    {
        var runner = await host.RunnerAsync("a");
        var before = (await runner.Http.GetAsync("/uploads/status")).StatusCode;

        await host.Services.GetRequiredService<SignInStore>().EndAllAsync(runner.RunnerId, CancellationToken.None);
        var after = (await runner.Http.GetAsync("/uploads/status")).StatusCode;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before, after));
    }

    [Fact]
    public async Task The_row_does_not_hold_the_key_of_the_cookie_in_the_clear()
    {
        await host.RunnerAsync("a");

        var session = await host.AskAsync(db => db.SignIns.SingleAsync());

        Assert.Equal(64, session.KeyHash.Length);
        Assert.Null(await host.Services.GetRequiredService<SignInStore>().RetrieveAsync(session.KeyHash));
    }

    [Fact]
    public async Task A_session_never_becomes_another_runners()
    {
        var (runner, other) = (await host.RunnerAsync("a"), await host.RunnerAsync("b"));
        var store = host.Services.GetRequiredService<SignInStore>();
        var key = await store.StoreAsync(TicketOf(runner.RunnerId));

        await store.RenewAsync(key, TicketOf(other.RunnerId));

        Assert.Equal(runner.RunnerId.ToString(), (await store.RetrieveAsync(key))?.Principal.FindFirstValue(ClaimTypes.NameIdentifier));
    }

    [Fact]
    public async Task AU_05_However_often_it_is_used_a_sign_in_ends_after_ninety_days()
    {
        var runner = await host.RunnerAsync("a");
        await host.AskAsync(db => db.SignIns.ExecuteUpdateAsync(set => set.SetProperty(
            (SignIn session) => session.Created, session => NodaTime.Instant.FromUtc(2020, 1, 1, 0, 0))));

        using var reply = await runner.Http.GetAsync("/uploads/status");

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }

    private static AuthenticationTicket TicketOf(Guid runnerId) => new(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, runnerId.ToString())], "test")), IdentityConstants.ApplicationScheme);
}
