using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A mail ends rightly at a server that puts off, refuses, breaks off or hangs.</summary>
public sealed class PutOffMailTests : MondayMailTests
{
    [Fact]
    public async Task SM_02_SM_03_A_put_off_mail_goes_later_once_after_pauses_that_grow()
    {
        await House.AddRunnerAsync();
        Server.Tell("rcpt 450 4.2.0 greylisted");
        await House.SweepAsync();
        var (row, first) = (await House.RowAsync(), await House.WorkRowAsync());
        House.Clock.Advance(Duration.FromSeconds(59));
        await House.SweepAsync();
        var early = await House.WorkRowAsync();
        House.Clock.Advance(Duration.FromSeconds(1));
        await House.SweepAsync();
        var second = await House.WorkRowAsync();
        Server.Tell("accept");
        House.Clock.Advance(Duration.FromMinutes(5));

        await House.SweepAsync();
        await House.SweepAsync();

        Assert.Equal((MailState.Waiting, 1, "TryAgain: 450"), (row.State, first.Attempts, first.Reason));
        Assert.Equal(1, early.Attempts);
        Assert.Equal(Duration.FromMinutes(1), first.Due - Monday);
        Assert.Equal(Duration.FromMinutes(2), second.Due - Monday - Duration.FromMinutes(1));
        Assert.Equal(2, second.Attempts);
        var sent = await House.RowAsync();
        Assert.Equal((MailState.Sent, (string?)null), (sent.State, sent.LastError));
        Assert.Empty(await House.UseAsync(db => db.Work.ToListAsync()));
        Assert.Equal($"<{row.MessageId}>", Assert.Single(Server.Received())["Message-ID"]);
    }

    [Theory]
    [InlineData("rcpt 550 5.1.1 no such user <runner@example.org>", "ReaderRefused: 550")]
    [InlineData("data 554 5.6.0 refused", "MailRefused: 554")]
    public async Task SM_04_A_refused_mail_is_given_up_and_next_week_is_tried_anew(string behaviour, string error)
    {
        await House.AddRunnerAsync();
        Server.Tell(behaviour);
        await House.SweepAsync();
        var (refused, work) = (await House.RowAsync(), await House.WorkRowAsync());
        Server.Tell("accept");
        House.Clock.Advance(Duration.FromDays(1));
        await House.SweepAsync();
        Assert.Empty(Server.Received());

        House.Clock.Advance(Duration.FromDays(6));
        await House.SweepAsync();

        Assert.Equal((MailState.GivenUp, error), (refused.State, refused.LastError));
        Assert.Equal((true, 1, error), (work.Failed, work.Attempts, work.Reason));
        Assert.Empty(await House.UseAsync(db => db.Work.ToListAsync()));
        Assert.Contains(".2026-W48@", Assert.Single(Server.Received())["Message-ID"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MA_12_An_address_refused_three_weeks_in_a_row_is_left_alone_and_the_others_are_served()
    {
        await House.AddRunnerAsync(name: "gone");
        await House.AddRunsAsync(await House.AddRunnerAsync(
            name: "there"), [.. Enumerable.Range(0, 4).Select(i => new LocalDate(2026, 11, 9).PlusWeeks(2 * i))]);
        Server.Tell("refuse gone@example.org");

        await House.SweepUntilAsync(Monday + Duration.FromDays(35), Duration.FromDays(7));

        Assert.Equal(6, Server.Received().Count);
        Assert.All(Server.Received(), mail => Assert.Equal("there@example.org", mail["To"]));
        Assert.Equal(3, (await House.RowsAsync()).Count(row => row.State == MailState.GivenUp));
        Assert.Equal(
            ["there@example.org"], await House.UseAsync(db => db.Users.Where(runner => runner.WeeklyMail).Select(runner => runner.Email).ToListAsync()));
    }

    [Fact]
    public async Task SM_01_A_server_down_for_two_hours_gets_it_once_afterwards()
    {
        await House.AddRunnerAsync();
        Server.Tell("mail 421 4.3.2 down");
        await House.SweepUntilAsync(Monday + Duration.FromHours(2), Duration.FromMinutes(5));
        Server.Tell("accept");

        await House.SweepUntilAsync(Monday + Duration.FromHours(5), Duration.FromMinutes(5));

        Assert.Single(Server.Received());
    }

    [Fact]
    public async Task SM_01_After_three_days_it_is_too_old_to_send()
    {
        await House.AddRunnerAsync();
        Server.Tell("mail 421 4.3.2 down");
        await House.SweepAsync();
        Server.Tell("accept");

        House.Clock.Advance(Duration.FromDays(3) + Duration.FromMinutes(1));
        await House.SweepAsync();

        Assert.Empty(Server.Received());
        var row = await House.RowAsync();
        Assert.Equal((MailState.GivenUp, "MailRefused: too old"), (row.State, row.LastError));
    }

    [Fact]
    public async Task SM_05_A_line_that_breaks_after_the_message_leads_to_one_repeat_of_the_same_id()
    {
        await House.AddRunnerAsync();
        Server.Tell("drop");
        await House.SweepAsync();
        Server.Tell("accept");

        await House.SweepUntilAsync(Monday + Duration.FromDays(1), Duration.FromMinutes(10));

        Assert.Equal(2, Server.Received().Count);
        Assert.Single(Server.Received().Select(mail => mail["Message-ID"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SM_05_A_line_that_breaks_after_the_message_each_time_leads_to_no_second_repeat()
    {
        await House.AddRunnerAsync();
        Server.Tell("drop");

        await House.SweepUntilAsync(Monday + Duration.FromHours(6), Duration.FromMinutes(10));

        Assert.Equal(2, Server.Received().Count);
        var work = await House.WorkRowAsync();
        Assert.Equal((true, "Unknown: the connection broke off"), (work.Failed, work.Reason));
    }

    [Fact]
    public async Task SM_06_A_mail_whose_server_hangs_holds_up_no_other()
    {
        await House.AddRunnerAsync(name: "hanging");
        Server.Tell("hang-once mail");
        var hanging = House.SweepAsync();
        await Server.HangingAsync();

        await House.AddRunnerAsync(name: "other");
        await House.SweepAsync();

        Assert.Equal(["other@example.org"], Server.Received().Select(mail => mail["To"]));
        Server.Tell("accept");
        await hanging;
        Assert.Equal(["hanging@example.org", "other@example.org"], Server.Received().Select(mail => mail["To"]).Order(StringComparer.Ordinal));
    }
}
