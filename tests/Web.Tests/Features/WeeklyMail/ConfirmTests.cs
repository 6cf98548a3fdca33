using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>The link in the mail, and having it sent again.</summary>
public sealed class ConfirmTests(MailingService service) : IClassFixture<MailingService>, IAsyncLifetime
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 16, 12, 0));
    private WebHost host = null!;
    private RunnerClient runner = null!;
    private HttpClient stranger = null!;

    public async ValueTask InitializeAsync()
    {
        service.Server.Forget();
        host = service.Anew(clock);
        runner = await host.RunnerAsync("runner", weeklyMail: true);
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailConfirmed, false)));
        stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task MA_06_Looking_at_the_link_changes_nothing_and_the_button_confirms()
    {
        var link = $"/mail/confirm/{await MintAsync(MailTokenPurpose.ConfirmAddress)}";
        using var head = await stranger.SendAsync(new(HttpMethod.Head, link));
        var page = await stranger.GetStringAsync(link);
        var before = await IsConfirmedAsync();

        using var first = await stranger.PostAsync(link, null);
        using var second = await stranger.PostAsync(link, null);

        Assert.Equal((1, false), (page.Split("<button").Length - 1, before));
        Assert.DoesNotContain("runner@", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.True(await IsConfirmedAsync());
    }

    [Fact]
    public async Task MA_08_Any_other_token_and_one_of_last_week_confirm_nothing()
    {
        var token = await MintAsync(MailTokenPurpose.ConfirmAddress);
        string[] others = [(token[0] == 'A' ? 'B' : 'A') + token[1..], token[..42], await MintAsync(MailTokenPurpose.Unsubscribe)];
        foreach (var other in others)
        {
            using var act = await stranger.PostAsync($"/mail/confirm/{other}", null);
            Assert.Equal(HttpStatusCode.NotFound, act.StatusCode);
        }

        clock.Advance(Duration.FromDays(8));
        using var late = await stranger.PostAsync($"/mail/confirm/{token}", null);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.False(await IsConfirmedAsync());
    }

    [Fact]
    public async Task MA_09_The_token_opens_nothing_else()
    {
        var token = await MintAsync(MailTokenPurpose.ConfirmAddress);

        using var unsubscribe = await stranger.PostAsync($"/mail/unsubscribe/{token}", null);
        using var pain = await stranger.GetAsync($"/mail/pain/{token}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unsubscribe.StatusCode, pain.StatusCode));
    }

    [Fact]
    public async Task The_settings_say_that_it_is_missing_and_send_it_again_three_times_a_week_at_most()
    {
        Assert.Contains("not confirmed yet", await runner.ReadAsync("/settings"), StringComparison.Ordinal);

        var answers = new List<string>();
        for (var press = 0; press < 4; press++)
        {
            using var reply = await runner.SubmitAsync("/mail/confirmation");
            answers.Add(await reply.Content.ReadAsStringAsync());
        }

        Assert.Equal([true, true, true, false], answers.Select(answer => answer.Contains("on its way", StringComparison.Ordinal)));
        await host.UntilAsync(async db => !await db.Letters.AnyAsync());
        Assert.Equal(3, service.Server.Received().Count);
        await host.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailConfirmed, true)));
        Assert.DoesNotContain("not confirmed yet", await runner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Having_it_sent_needs_a_sign_in_and_the_forms_token()
    {
        using var nobody = await stranger.PostAsync("/mail/confirmation", null);
        using var forged = await runner.Http.PostAsync("/mail/confirmation", null);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (nobody.StatusCode, forged.StatusCode));
        Assert.Empty(service.Server.Received());
    }

    [Fact]
    public async Task Without_a_mail_server_there_is_nothing_to_confirm()
    {
        await using var alone = new WebHost();
        var owner = await alone.RunnerAsync("owner", isOwner: true);
        await alone.AskAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailConfirmed, false)));

        using var page = await owner.Http.GetAsync("/mail/confirmation");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("not confirmed", await owner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    private Task<bool> IsConfirmedAsync() => host.AskAsync(db => db.Users.Select(row => row.EmailConfirmed).SingleAsync());

    private async Task<string> MintAsync(MailTokenPurpose purpose)
    {
        await using var scope = host.Services.OfAll();
        var token = await scope.ServiceProvider.GetRequiredService<MailTokens>().MintAsync(runner.RunnerId, purpose, null, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SaveChangesAsync();
        return token;
    }
}
