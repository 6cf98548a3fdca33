using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Email;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>What becomes of a mail that is due, at a real server that takes, puts off, refuses, breaks off or hangs.</summary>
public sealed class WeeklyMailDispatchTests : IAsyncLifetime
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
    public async Task RE_15_Many_sweeps_at_once_send_one_mail_to_each()
    {
        for (var i = 0; i < 5; i++)
        {
            await house.AddRunnerAsync(name: $"runner{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(house.SweepAsync, TestContext.Current.CancellationToken)));

        Assert.Equal(5, (await house.RowsAsync()).Count);
        Assert.Equal(5, server.Received().Count);
        Assert.Equal(5, server.Received().Select(mail => mail["Message-ID"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task MA_03_MA_04_Every_mail_carries_what_a_list_must_and_links_to_the_set_host_only()
    {
        await house.AddRunnerAsync();

        await house.SweepAsync();

        var mail = Assert.Single(server.Received());
        Assert.StartsWith("<https://knee.example.org/mail/unsubscribe/", mail["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.EndsWith("<weekly.knee.example.org>", mail["List-Id"], StringComparison.Ordinal);
        Assert.Matches("^<[0-9a-f]{32}\\.2026-W47@knee\\.example\\.org>$", mail["Message-ID"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Matches("^[A-Za-z0-9+ ,:-]+$", mail["Date"]);
        Assert.All(Links(mail), link => Assert.StartsWith("https://knee.example.org/", link, StringComparison.Ordinal));
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("runner@", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_HTML_say_the_same()
    {
        await house.AddRunnerAsync();

        await house.SweepAsync();

        var mail = Assert.Single(server.Received());
        var words = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..], "<[^>]*>", " "))
            .Replace('\u00a0', ' ').Replace('\u2019', '\'').Replace('\u2013', '-')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word != "--" && !word.StartsWith("https:", StringComparison.Ordinal))
            .Select(word => word.TrimEnd(':', '.'));
        Assert.Equal(words.Select(word => word.TrimEnd(':', '.')), text);
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

    [Fact]
    public async Task MA_01_An_address_that_could_carry_a_command_is_never_handed_over()
    {
        await house.AddRunnerAsync(change: runner => runner.Email = "\"a\r\nRCPT TO:<victim@example.org>\"@example.org");

        await house.SweepAsync();

        Assert.Empty(server.Received());
        Assert.Equal(MailState.GivenUp, (await house.RowAsync()).State);
    }

    private static IEnumerable<string> Links(ReceivedMail mail) =>
        System.Text.RegularExpressions.Regex.Matches(mail.Text + mail.Html, "https?://[^\\s\"<]+").Select(match => match.Value);
}
