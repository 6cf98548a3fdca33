using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A mail that waits follows its reader, its sender and the clock.</summary>
public sealed class WaitingMailTests : IAsyncLifetime
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    private readonly MailServer server = MailServer.Start(Authorities.Trusted);
    private MailHouse house = null!;

    public async ValueTask InitializeAsync() => house = await MailHouse.OpenAsync(Monday, server);

    public async ValueTask DisposeAsync()
    {
        await (house?.DisposeAsync() ?? default);
        server.Dispose();
    }

    [Fact]
    public async Task MA_13_Who_deletes_the_account_while_the_server_is_slow_to_answer_the_call_gets_none()
    {
        await house.AddRunnerAsync();
        server.Tell("hang-at ehlo");
        var hanging = house.SweepAsync();
        await server.HangingAsync();

        await house.UseAsync(db => db.Users.ExecuteDeleteAsync());
        server.Tell("accept");
        await hanging;

        Assert.Equal((0, 0), (server.Attempts, server.Received().Count));
    }

    [Fact]
    public async Task What_a_dead_process_had_in_hand_is_taken_up_within_a_minute_and_not_before()
    {
        await house.AddRunnerAsync();
        server.Tell("mail 421 4.3.2 down");
        await house.SweepAsync();
        server.Tell("accept");
        // As a process leaves it that died between its claim and its last word.
        var claimed = Monday + Duration.FromSeconds(40);
        var (until, dead) = ((Instant?)(claimed - Duration.FromMilliseconds(1)), (Guid?)Guid.NewGuid());
        await house.UseAsync(db => db.Work.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Due, Monday).SetProperty(row => row.Owner, dead).SetProperty(row => row.Claim, dead).SetProperty(row => row.Until, until)));

        house.Clock.Reset(claimed - Duration.FromSeconds(1));
        await house.SweepAsync();
        var before = server.Received().Count;
        house.Clock.Reset(claimed);
        await house.SweepAsync();

        Assert.Equal(0, before);
        Assert.Single(server.Received());
    }

    [Fact]
    public async Task A_clock_that_went_back_does_not_leave_a_mail_waiting()
    {
        await house.AddRunnerAsync();
        house.Clock.Reset(Monday + Duration.FromDays(2));
        server.Tell("rcpt 450 4.2.0 greylisted");
        await house.SweepAsync();
        server.Tell("accept");

        house.Clock.Reset(Monday);
        await house.SweepAsync();

        Assert.Single(server.Received());
    }

    [Fact]
    public async Task Who_leaves_the_list_while_a_mail_waits_gets_none()
    {
        var runner = await house.AddRunnerAsync();
        server.Tell("rcpt 450 4.2.0 greylisted");
        await house.SweepAsync();
        server.Tell("accept");

        await house.ChangeAsync(runner, row => row.WeeklyMail = false);
        house.Clock.Advance(Duration.FromMinutes(2));
        await house.SweepAsync();

        Assert.Empty(server.Received());
        Assert.Equal(MailState.GivenUp, (await house.RowAsync()).State);
    }

    [Fact]
    public async Task MA_13_Who_deletes_the_account_while_a_mail_waits_gets_none()
    {
        await house.AddRunnerAsync();
        server.Tell("rcpt 450 4.2.0 greylisted");
        await house.SweepAsync();
        server.Tell("accept");

        await house.UseAsync(db => db.Users.ExecuteDeleteAsync());
        house.Clock.Advance(Duration.FromMinutes(2));
        await house.SweepAsync();

        Assert.Empty(server.Received());
        Assert.Empty(await house.RowsAsync());
    }
}
