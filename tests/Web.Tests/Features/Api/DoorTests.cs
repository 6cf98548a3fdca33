using System.Net;
using System.Net.Http.Headers;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>The door of the API: who comes in with what, and what everybody else is told.</summary>
public sealed class DoorTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly FakeClock clock = new(MadeHistory.Now);

    [Fact]
    public async Task AZ_09_Each_address_takes_a_token_that_may_do_it_and_no_other_key()
    {
        var host = service.Anew(clock);
        var runner = await host.ConsentingRunnerAsync("anna");
        var tokens = new Dictionary<TokenScopes, ApiClient>();
        foreach (var scope in Enum.GetValues<TokenScopes>().Where(scope => scope is not TokenScopes.None))
        {
            tokens[scope] = await ApiClient.OfAsync(host, runner.RunnerId, scope);
        }

        var guarded = (await Routes.AllAsync(host)).Where(IsOfApi).ToList();
        foreach (var route in guarded)
        {
            var address = route.Address(Guid.NewGuid());
            var method = HttpMethod.Parse(route.Method());
            using var withCookie = await runner.Http.SendAsync(new(method, address));
            await ApiClient.ExpectAsync(HttpStatusCode.Unauthorized, withCookie);
            var needed = route.Metadata.GetMetadata<NeedsScopeAttribute>()!;
            foreach (var (scope, program) in tokens)
            {
                await host.AskAsync(db => db.RequestTallies.ExecuteDeleteAsync());
                using var reply = await program.Http.SendAsync(new(method, address));
                if (needed.Any.HasFlag(scope))
                {
                    Assert.False(reply.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{method} {address} {scope}");
                }
                else
                {
                    await ApiClient.ExpectAsync(HttpStatusCode.Forbidden, reply);
                    Assert.Contains($"scope=\"{needed.Names}\"", reply.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
                }
            }
        }

        Assert.True(guarded.Count >= 4, $"{guarded.Count}");
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/uploads/status")]
    [InlineData("/your-data")]
    public async Task A_token_opens_no_page(string address)
    {
        var host = service.Anew(clock);
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId);

        using var reply = await program.Http.GetAsync(address);

        Assert.True(reply.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{reply.StatusCode}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer kneeload_unknown")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public async Task AU_12_Without_a_good_token_the_answer_says_how_to_come_by_one(string? header)
    {
        var host = service.Anew(clock);
        using var http = host.CreateDefaultClient();
        if (header is not null)
        {
            http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(header);
        }

        using var reply = await http.GetAsync("/api/v1/batches");

        await ApiClient.ExpectAsync(HttpStatusCode.Unauthorized, reply);
        Assert.StartsWith("Bearer", reply.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_dies_at_its_end_with_a_new_password_and_with_its_account()
    {
        var host = service.Anew(clock);
        var anna = await host.ConsentingRunnerAsync("anna");
        using var short30 = await ApiClient.OfAsync(host, anna.RunnerId);
        await short30.ReadAsync("/api/v1/batches");

        clock.AdvanceDays(31);
        using var late = await short30.Http.GetAsync("/api/v1/batches");
        using var fresh = await ApiClient.OfAsync(host, anna.RunnerId);
        await fresh.ReadAsync("/api/v1/batches");
        (await anna.SubmitAsync(
            "/account/password", ("Input.Current", "correct horse battery"), ("Input.Next", "another horse battery"))).Dispose();
        using var afterPassword = await fresh.Http.GetAsync("/api/v1/batches");
        var bert = await host.ConsentingRunnerAsync("bert");
        using var bertsProgram = await ApiClient.OfAsync(host, bert.RunnerId);
        await host.AskAsync(db => db.Users.Where(row => row.Id == bert.RunnerId).ExecuteDeleteAsync());
        using var erased = await bertsProgram.Http.GetAsync("/api/v1/batches");

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, afterPassword.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, erased.StatusCode);
        Assert.False(await host.AskAsync(db => db.ApiTokens.AnyAsync(row => row.Expires > MadeHistory.Now + Duration.FromDays(31))));
    }

    [Fact]
    public async Task PR_07_Without_consent_every_address_of_the_API_is_closed_and_says_why()
    {
        var host = service.Anew(clock);
        var runner = await host.RunnerAsync("anna", storing: false);
        using var program = await ApiClient.OfAsync(host, runner.RunnerId);

        foreach (var route in (await Routes.AllAsync(host)).Where(IsOfApi))
        {
            using var reply = await program.Http.SendAsync(new(HttpMethod.Parse(route.Method()), route.Address(Guid.NewGuid())));

            var problem = await ApiClient.ExpectAsync(HttpStatusCode.Forbidden, reply);
            Assert.Contains("agree", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await host.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/batches/word", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/batches/019a0000-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/batches", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/batches?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/batches?limit=1000000000", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/batches?after=word", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/v1/uploads", HttpStatusCode.BadRequest)]
    public async Task Every_refusal_is_a_problem_even_for_a_browser(string method, string address, HttpStatusCode expected)
    {
        var host = service.Anew(clock);
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId);
        program.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var reply = await program.Http.SendAsync(new(HttpMethod.Parse(method), address));

        await ApiClient.ExpectAsync(expected, reply);
    }

    private static bool IsOfApi(RouteEndpoint route) =>
        route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && route.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
