using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Tests.Email;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>Addresses are confirmed before weekly mails go to them.</summary>
public sealed partial class ConfirmationSweepTests : IAsyncLifetime
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    private MailServer server = null!;
    private MailHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        server = MailServer.Start(Authorities.Trusted);
        house = await MailHouse.OpenAsync(Monday, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
        {
            await house.DisposeAsync();
        }

        server?.Dispose();
    }

    [Fact]
    public async Task MA_11_An_address_that_nobody_confirmed_gets_one_question_and_no_weekly_mail()
    {
        await house.AddRunnerAsync(change: Unconfirmed);

        for (var look = 0; look < 3; look++)
        {
            await house.SweepAsync();
            await house.AskForConfirmationAsync();
            house.Clock.Advance(Duration.FromDays(7));
        }

        var mail = Assert.Single(server.Received());
        Assert.Equal("Confirm your address for KneeLoad", mail["Subject"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.DoesNotContain(mail.Headers, header => header.Key.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
        Assert.Single(Link().Matches(mail.Text));
        Assert.Single(Link().Matches(mail.Html));
        Assert.Empty(DenyList.Denied(mail.Text));
        Assert.Empty(await house.RowsAsync());
    }

    [Fact]
    public async Task Once_confirmed_the_weekly_mail_goes()
    {
        var runner = await house.AddRunnerAsync(change: Unconfirmed);
        await house.SweepAsync();

        await house.ChangeAsync(runner, row => row.EmailConfirmed = true);
        await house.SweepAsync();
        await house.AskForConfirmationAsync();

        Assert.StartsWith("KneeLoad weekly mail", Assert.Single(server.Received())["List-Id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_waited_does_not_go_to_an_address_that_is_no_longer_confirmed()
    {
        var runner = await house.AddRunnerAsync();
        server.Tell("mail 450 4.2.0 later");
        await house.SweepAsync();
        server.Tell("accept");

        await house.ChangeAsync(runner, row => row.EmailConfirmed = false);
        house.Clock.Advance(Duration.FromMinutes(10));
        await house.SweepAsync();

        Assert.Empty(server.Received());
        Assert.Equal(MailState.GivenUp, (await house.RowAsync()).State);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Who_is_to_get_no_mail_is_not_asked(bool wantsMail, bool agreed)
    {
        await house.AddRunnerAsync(change: row => (row.EmailConfirmed, row.WeeklyMail, row.ScoringConsent) = (false, wantsMail, agreed ? Monday : null));

        await house.AskForConfirmationAsync();

        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_server_that_is_not_ready_gets_the_same_mail_later()
    {
        await house.AddRunnerAsync(change: Unconfirmed);
        server.Tell("mail 450 4.2.0 later");
        await house.AskForConfirmationAsync();
        server.Tell("accept");
        await house.AskForConfirmationAsync();
        var before = server.Received().Count;

        house.Clock.Advance(Duration.FromMinutes(1));
        await house.AskForConfirmationAsync();

        Assert.Equal((0, 1), (before, server.Received().Count));
        Assert.Equal(1, await house.UseAsync(db => db.MailTokens.CountAsync()));
    }

    [Fact]
    public async Task Many_registrations_at_once_are_no_mail_gun()
    {
        for (var i = 0; i < ConfirmationMails.MostAnHour + 5; i++)
        {
            await house.AddRunnerAsync(name: $"runner{i}", change: Unconfirmed);
        }

        await house.AskForConfirmationAsync();
        await house.AskForConfirmationAsync();
        var withinTheHour = server.Received().Count;
        house.Clock.Advance(Duration.FromHours(1));
        await house.AskForConfirmationAsync();

        Assert.Equal((ConfirmationMails.MostAnHour, ConfirmationMails.MostAnHour + 5), (withinTheHour, server.Received().Count));
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_is_asked_and_the_mail_becomes_a_file()
    {
        await using var alone = await MailHouse.OpenAsync(Monday);
        await alone.AddRunnerAsync(change: Unconfirmed);

        await alone.AskForConfirmationAsync();
        await alone.SweepAsync();

        Assert.StartsWith("KneeLoad weekly mail", Assert.Single(alone.Files())["List-Id"], StringComparison.Ordinal);
    }

    private static void Unconfirmed(Runner runner) => runner.EmailConfirmed = false;

    [GeneratedRegex("https://knee\\.example\\.org/mail/confirm/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
