using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A mail ends rightly at a server that puts off, refuses, breaks off or hangs.</summary>
public sealed class PutOffMailTests : IAsyncLifetime
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
    public async Task SM_02_SM_03_A_put_off_mail_goes_later_once_after_pauses_that_grow()
    {
        await house.AddRunnerAsync();
        server.Tell("rcpt 450 4.2.0 greylisted");
        await house.SweepAsync();
        var (row, first) = (await house.RowAsync(), await house.WorkRowAsync());
        house.Clock.Advance(Duration.FromSeconds(59));
        await house.SweepAsync();
        var early = await house.WorkRowAsync();
        house.Clock.Advance(Duration.FromSeconds(1));
        await house.SweepAsync();
        var second = await house.WorkRowAsync();
        server.Tell("accept");
        house.Clock.Advance(Duration.FromMinutes(5));

        await house.SweepAsync();
        await house.SweepAsync();

        Assert.Equal((MailState.Waiting, 1, "TryAgain: 450"), (row.State, first.Attempts, first.Reason));
        Assert.Equal(1, early.Attempts);
        Assert.Equal(Duration.FromMinutes(1), first.Due - Monday);
        Assert.Equal(Duration.FromMinutes(2), second.Due - Monday - Duration.FromMinutes(1));
        Assert.Equal(2, second.Attempts);
        var sent = await house.RowAsync();
        Assert.Equal((MailState.Sent, (string?)null), (sent.State, sent.LastError));
        Assert.Empty(await house.UseAsync(db => db.Work.ToListAsync()));
        Assert.Equal($"<{row.MessageId}>", Assert.Single(server.Received())["Message-ID"]);
    }

    [Theory]
    [InlineData("rcpt 550 5.1.1 no such user <runner@example.org>", "ReaderRefused: 550")]
    [InlineData("data 554 5.6.0 refused", "MailRefused: 554")]
    public async Task SM_04_A_refused_mail_is_given_up_and_next_week_is_tried_anew(string behaviour, string error)
    {
        await house.AddRunnerAsync();
        server.Tell(behaviour);
        await house.SweepAsync();
        var (refused, work) = (await house.RowAsync(), await house.WorkRowAsync());
        server.Tell("accept");
        house.Clock.Advance(Duration.FromDays(1));
        await house.SweepAsync();
        Assert.Empty(server.Received());

        house.Clock.Advance(Duration.FromDays(6));
        await house.SweepAsync();

        Assert.Equal((MailState.GivenUp, error), (refused.State, refused.LastError));
        Assert.Equal((true, 1, error), (work.Failed, work.Attempts, work.Reason));
        Assert.Empty(await house.UseAsync(db => db.Work.ToListAsync()));
        Assert.Contains(".2026-W48@", Assert.Single(server.Received())["Message-ID"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MA_12_An_address_refused_three_weeks_in_a_row_is_left_alone_and_the_others_are_served()
    {
        await house.AddRunnerAsync(name: "gone");
        await house.AddRunsAsync(await house.AddRunnerAsync(name: "there"), [.. Enumerable.Range(0, 4).Select(i => new LocalDate(2026, 11, 9).PlusWeeks(2 * i))]);
        server.Tell("refuse gone@example.org");

        await house.SweepUntilAsync(Monday + Duration.FromDays(35), Duration.FromDays(7));

        Assert.Equal(6, server.Received().Count);
        Assert.All(server.Received(), mail => Assert.Equal("there@example.org", mail["To"]));
        Assert.Equal(3, (await house.RowsAsync()).Count(row => row.State == MailState.GivenUp));
        Assert.Equal(["there@example.org"], await house.UseAsync(db => db.Users.Where(runner => runner.WeeklyMail).Select(runner => runner.Email).ToListAsync()));
    }

    [Fact]
    public async Task SM_01_A_server_down_for_two_hours_gets_it_once_afterwards()
    {
        await house.AddRunnerAsync();
        server.Tell("mail 421 4.3.2 down");
        await house.SweepUntilAsync(Monday + Duration.FromHours(2), Duration.FromMinutes(5));
        server.Tell("accept");

        await house.SweepUntilAsync(Monday + Duration.FromHours(5), Duration.FromMinutes(5));

        Assert.Single(server.Received());
    }

    [Fact]
    public async Task SM_01_After_three_days_it_is_too_old_to_send()
    {
        await house.AddRunnerAsync();
        server.Tell("mail 421 4.3.2 down");
        await house.SweepAsync();
        server.Tell("accept");

        house.Clock.Advance(Duration.FromDays(3) + Duration.FromMinutes(1));
        await house.SweepAsync();

        Assert.Empty(server.Received());
        var row = await house.RowAsync();
        Assert.Equal((MailState.GivenUp, "MailRefused: too old"), (row.State, row.LastError));
    }

    [Fact]
    public async Task SM_05_A_line_that_breaks_after_the_message_leads_to_one_repeat_of_the_same_id()
    {
        await house.AddRunnerAsync();
        server.Tell("drop");
        await house.SweepAsync();
        server.Tell("accept");

        await house.SweepUntilAsync(Monday + Duration.FromDays(1), Duration.FromMinutes(10));

        Assert.Equal(2, server.Received().Count);
        Assert.Single(server.Received().Select(mail => mail["Message-ID"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SM_05_A_line_that_breaks_after_the_message_each_time_leads_to_no_second_repeat()
    {
        await house.AddRunnerAsync();
        server.Tell("drop");

        await house.SweepUntilAsync(Monday + Duration.FromHours(6), Duration.FromMinutes(10));

        Assert.Equal(2, server.Received().Count);
        var work = await house.WorkRowAsync();
        Assert.Equal((true, "Unknown: the connection broke off"), (work.Failed, work.Reason));
    }

    [Fact]
    public async Task SM_06_A_mail_whose_server_hangs_holds_up_no_other()
    {
        await house.AddRunnerAsync(name: "hanging");
        server.Tell("hang-once mail");
        var hanging = house.SweepAsync();
        await server.HangingAsync();

        await house.AddRunnerAsync(name: "other");
        await house.SweepAsync();

        Assert.Equal(["other@example.org"], server.Received().Select(mail => mail["To"]));
        server.Tell("accept");
        await hanging;
        Assert.Equal(["hanging@example.org", "other@example.org"], server.Received().Select(mail => mail["To"]).Order(StringComparer.Ordinal));
    }
}
