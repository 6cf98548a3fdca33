using System.Net;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class UnsubscribeTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private readonly WebHost host = service.Anew();
    private HttpClient stranger = null!;
    private Guid runner;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        runner = (await host.RunnerAsync("runner", weeklyMail: true)).RunnerId;
        token = await MintAsync(MailTokenPurpose.Unsubscribe);
        stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task MA_06_Looking_at_the_link_changes_nothing_and_shows_one_button()
    {
        for (var scan = 0; scan < 20; scan++)
        {
            using var head = await stranger.SendAsync(new(HttpMethod.Head, Link(token)));
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }

        var page = await stranger.GetStringAsync(Link(token));

        Assert.Equal(1, page.Split("<button").Length - 1);
        Assert.Equal(1, page.Split("<form").Length - 1);
        Assert.True(await IsOnTheListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MA_05_One_post_of_a_mail_program_ends_the_list(bool multipart)
    {
        KeyValuePair<string, string>[] body = [new("List-Unsubscribe", "One-Click")];
        using HttpContent content = multipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent(body);

        using var reply = await stranger.PostAsync(Link(token), content);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.False(await IsOnTheListAsync());
    }

    [Fact]
    public async Task MA_07_Doing_it_again_changes_nothing()
    {
        using var first = await stranger.PostAsync(Link(token), null);
        using var second = await stranger.PostAsync(Link(token), null);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.False(await IsOnTheListAsync());
    }

    [Fact]
    public async Task MA_08_Any_other_token_opens_nothing()
    {
        var changed = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        string[] others = [changed, token[..42], token + "A", "x", await MintAsync(MailTokenPurpose.PainEntry)];

        foreach (var other in others)
        {
            using var look = await stranger.GetAsync(Link(other));
            using var act = await stranger.PostAsync(Link(other), null);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (look.StatusCode, act.StatusCode));
        }

        Assert.True(await IsOnTheListAsync());
    }

    [Fact]
    public async Task MA_08_MA_10_It_ends_the_list_of_its_own_runner_only()
    {
        var other = await host.RunnerAsync("other", weeklyMail: true);

        using var reply = await stranger.PostAsync(Link(token), null);

        Assert.True(await host.AskAsync(db => db.Users.Where(runner => runner.Id == other.RunnerId).Select(runner => runner.WeeklyMail).SingleAsync()));
    }

    [Fact]
    public async Task The_page_says_nothing_of_the_runner()
    {
        var page = await stranger.GetStringAsync(Link(token));

        Assert.DoesNotContain("runner@", page, StringComparison.Ordinal);
        Assert.DoesNotContain(runner.ToString(), page, StringComparison.OrdinalIgnoreCase);
    }

    private static string Link(string token) => $"/mail/unsubscribe/{token}";

    private Task<bool> IsOnTheListAsync() => host.AskAsync(db => db.Users.Where(row => row.Id == runner).Select(row => row.WeeklyMail).SingleAsync());

    private async Task<string> MintAsync(MailTokenPurpose purpose)
    {
        await using var scope = host.Services.OfAll();
        var minted = await scope.ServiceProvider.GetRequiredService<MailTokens>().MintAsync(runner, purpose, new(2026, 11, 15), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<KneeLoad.Web.Data.KneeLoadDbContext>().SaveChangesAsync();
        return minted;
    }
}
