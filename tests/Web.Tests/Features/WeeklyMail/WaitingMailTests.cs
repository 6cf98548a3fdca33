using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A mail that waits follows its reader, its sender and the clock.</summary>
public sealed class WaitingMailTests : MondayMailTests
{
    [Fact]
    public async Task MA_13_Who_deletes_the_account_while_the_server_is_slow_to_answer_the_call_gets_none()
    {
        await House.AddRunnerAsync();
        Server.Tell("hang-at ehlo");
        var hanging = House.SweepAsync();
        await Server.HangingAsync();

        await House.UseAsync(db => db.Users.ExecuteDeleteAsync());
        Server.Tell("accept");
        await hanging;

        Assert.Empty(Server.Received());
    }

    [Fact]
    public async Task What_a_dead_process_had_in_hand_is_taken_up_within_a_minute_and_not_before()
    {
        await House.AddRunnerAsync();
        Server.Tell("mail 421 4.3.2 down");
        await House.SweepAsync();
        Server.Tell("accept");
        // As a process leaves it that died between its claim and its last word.
        var claimed = Monday + Duration.FromSeconds(40);
        var (until, dead) = ((Instant?)(claimed - Duration.FromMilliseconds(1)), (Guid?)Guid.NewGuid());
        await House.UseAsync(db => db.Work.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Due, Monday).SetProperty(row => row.Owner, dead).SetProperty(row => row.Claim, dead).SetProperty(row => row.Until, until)));

        House.Clock.Reset(claimed - Duration.FromSeconds(1));
        await House.SweepAsync();
        var before = Server.Received().Count;
        House.Clock.Reset(claimed);
        await House.SweepAsync();

        Assert.Equal(0, before);
        Assert.Single(Server.Received());
    }

    [Fact]
    public async Task A_clock_that_went_back_does_not_leave_a_mail_waiting()
    {
        await House.AddRunnerAsync();
        House.Clock.Reset(Monday + Duration.FromDays(2));
        Server.Tell("rcpt 450 4.2.0 greylisted");
        await House.SweepAsync();
        Server.Tell("accept");

        House.Clock.Reset(Monday);
        await House.SweepAsync();

        Assert.Single(Server.Received());
    }

    [Fact]
    public async Task Who_leaves_the_list_while_a_mail_waits_gets_none()
    {
        var runner = await House.AddRunnerAsync();
        Server.Tell("rcpt 450 4.2.0 greylisted");
        await House.SweepAsync();
        Server.Tell("accept");

        await House.ChangeAsync(runner, row => row.WeeklyMail = false);
        House.Clock.Advance(Duration.FromMinutes(2));
        await House.SweepAsync();

        Assert.Empty(Server.Received());
        Assert.Equal(MailState.GivenUp, (await House.RowAsync()).State);
    }

    [Fact]
    public async Task MA_13_Who_deletes_the_account_while_a_mail_waits_gets_none()
    {
        await House.AddRunnerAsync();
        Server.Tell("rcpt 450 4.2.0 greylisted");
        await House.SweepAsync();
        Server.Tell("accept");

        await House.UseAsync(db => db.Users.ExecuteDeleteAsync());
        House.Clock.Advance(Duration.FromMinutes(2));
        await House.SweepAsync();

        Assert.Empty(Server.Received());
        Assert.Empty(await House.RowsAsync());
    }
}
