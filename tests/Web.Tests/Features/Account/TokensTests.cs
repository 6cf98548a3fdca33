using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Account;

/// <summary>The page on which a runner makes tokens for programs, sees and ends them.</summary>
public sealed partial class TokensTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly FakeClock clock = new(MadeHistory.Now);

    [Fact]
    public async Task PR_05_A_token_is_shown_once_stored_as_a_hash_listed_and_ended()
    {
        var host = service.Anew(clock);
        var anna = await host.ConsentingRunnerAsync("anna");
        var bert = await host.ConsentingRunnerAsync("bert");

        using var made = await anna.SubmitAsync("/settings/tokens?handler=make", Wish());
        var letters = Letters().Match(await made.Content.ReadAsStringAsync()).Value;
        var row = await host.AskAsync(db => db.ApiTokens.AsNoTracking().SingleAsync());
        using var program = ApiClient.With(host, letters);
        clock.AdvanceMinutes(5);
        await program.ReadAsync("/api/v1/batches");
        var used = await host.AskAsync(db => db.ApiTokens.Select(token => token.Used).SingleAsync());
        var page = await anna.ReadAsync("/settings/tokens");
        (await bert.SubmitAsync("/settings/tokens?handler=end", ("id", row.Id.ToString()))).Dispose();
        await program.ReadAsync("/api/v1/batches");
        (await anna.SubmitAsync("/settings/tokens?handler=end", ("id", row.Id.ToString()))).Dispose();
        using var ended = await program.Http.GetAsync("/api/v1/batches");

        Assert.Equal(
            (AccountLinks.Hash(letters), "watch folder", TokenScopes.Read | TokenScopes.Upload, MadeHistory.Now + Duration.FromDays(30)),
            (row.TokenHash, row.Name, row.Scopes, row.Expires));
        Assert.Equal(MadeHistory.Now + Duration.FromMinutes(5), used);
        Assert.Contains("watch folder", page, StringComparison.Ordinal);
        Assert.DoesNotContain(PersonalTokens.Prefix, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Equal(
            [TrailAct.TokenMade, TrailAct.TokenEnded],
            await host.AskAsync(db => db.Trail.OrderBy(entry => entry.Moment).ThenBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("Input.Password", "wrong")]
    [InlineData("Input.Name", "")]
    [InlineData("Input.Name", "a\u0007b")]
    [InlineData("Input.Read", "false")]
    [InlineData("Input.Read", "1 OR 1")]
    [InlineData("Input.Days", "9999")]
    public async Task A_wish_that_is_none_makes_no_token_and_says_why(string field, string value)
    {
        var host = service.Anew(clock);
        var anna = await host.ConsentingRunnerAsync("anna");

        var wish = Wish().Where(wish => wish.Name != field && (field, wish.Name) is not ("Input.Read", "Input.Upload"));

        using var made = await anna.SubmitAsync("/settings/tokens?handler=make", [.. wish, (field, value)]);

        Assert.Contains("validation-summary-errors", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.ApiTokens.CountAsync()));
    }

    [Fact]
    public async Task There_are_so_many_tokens_and_no_more()
    {
        var host = service.Anew(clock);
        var anna = await host.ConsentingRunnerAsync("anna");
        await host.AskAsync(db =>
        {
            db.ApiTokens.AddRange(Enumerable.Range(0, PersonalTokens.Most).Select(number => new ApiToken
            {
                Id = Guid.NewGuid(),
                RunnerId = anna.RunnerId,
                TokenHash = $"{number}",
                Expires = MadeHistory.Now + Duration.FromDays(1),
            }));
            return db.SaveChangesAsync();
        });

        using var made = await anna.SubmitAsync("/settings/tokens?handler=make", Wish());

        Assert.Contains("End one", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(PersonalTokens.Most, await host.AskAsync(db => db.ApiTokens.CountAsync()));
    }

    private static (string Name, string Value)[] Wish() =>
    [
        ("Input.Name", "watch folder"), ("Input.Read", "true"), ("Input.Upload", "true"), ("Input.Days", "30"),
        ("Input.Password", "correct horse battery"),
    ];

    [GeneratedRegex("kneeload_[A-Za-z0-9_-]{43}")]
    private static partial Regex Letters();
}
