using KneeLoad.Testing;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Email;

/// <summary>The transport speaks to a real server that takes, puts off, refuses, breaks off or hangs.</summary>
public sealed class SmtpMailTransportTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    private readonly MailServer server = MailServer.Start(Authorities.Trusted);

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_mail_arrives_over_TLS_with_every_header_of_a_list()
    {
        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(Delivery.Taken, delivery);
        var mail = Assert.Single(server.Received());
        Assert.True(mail.IsTls);
        Assert.Equal("kneeload@knee.example.org runner@example.org", mail.Envelope);
        Assert.Equal("KneeLoad <kneeload@knee.example.org>", mail["From"]);
        Assert.Equal("runner@example.org", mail["To"]);
        Assert.Equal("Calm week, 2 runs", mail["Subject"]);
        Assert.Equal("<0123456789abcdef.2026-W47@knee.example.org>", mail["Message-ID"]);
        Assert.Equal("<https://knee.example.org/mail/unsubscribe/abc>", mail["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("KneeLoad weekly mail <weekly.knee.example.org>", mail["List-Id"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        // The service's own clock dates it, and not the machine's.
        Assert.Equal("Mon, 16 Nov 2026 12:00:00 +0000", mail["Date"]);
    }

    [Fact]
    public async Task Both_parts_arrive_letter_for_letter()
    {
        await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        var mail = Assert.Single(server.Received());
        Assert.Equal(Mails.Plain.TextBody.ReplaceLineEndings("\r\n"), mail.Text);
        Assert.Equal(Mails.Plain.HtmlBody.ReplaceLineEndings("\r\n"), mail.Html);
    }

    [Fact]
    public async Task MA_02_A_subject_beyond_ascii_is_one_encoded_header()
    {
        await Transport()
            .SendAsync(
                Mails.Plain with { Subject = "Sunday’s run was 34 % beyond your longest – a long subject that needs more than one word" },
                TestContext.Current.CancellationToken);

        Assert.Equal("Sunday’s run was 34 % beyond your longest – a long subject that needs more than one word", Assert.Single(server.Received())["Subject"]);
    }

    [Fact]
    public async Task MA_02_A_subject_of_two_lines_is_a_bug_and_nothing_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Transport().SendAsync(Mails.Plain with { Subject = "Calm week\r\nBcc: victim@example.org" }, TestContext.Current.CancellationToken));

        Assert.Empty(server.Received());
    }

    [Theory]
    [InlineData("rcpt 450 4.2.0 greylisted <runner@example.org>", DeliveryOutcome.TryAgain, "450")]
    [InlineData("rcpt 452 4.2.2 full", DeliveryOutcome.TryAgain, "452")]
    [InlineData("rcpt 550 5.1.1 no such user <runner@example.org>", DeliveryOutcome.ReaderRefused, "550")]
    [InlineData("mail 421 4.3.2 shutting down", DeliveryOutcome.TryAgain, "421")]
    [InlineData("mail 530 5.7.0 authentication required", DeliveryOutcome.TryAgain, "530")]
    [InlineData("mail 550 5.7.1 sender refused", DeliveryOutcome.MailRefused, "550")]
    [InlineData("data 451 4.3.0 later", DeliveryOutcome.TryAgain, "451")]
    [InlineData("data 554 5.6.0 refused", DeliveryOutcome.MailRefused, "554")]
    public async Task SM_03_What_the_server_answers_decides_what_follows(string behaviour, DeliveryOutcome outcome, string reply)
    {
        server.Tell(behaviour);

        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(outcome, reply), delivery);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_message_is_tried_again_under_the_same_id()
    {
        server.Tell("drop");
        var first = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);
        server.Tell("accept");

        var second = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.Unknown, "the connection broke off"), first);
        Assert.Equal(DeliveryOutcome.Taken, second.Outcome);
        Assert.Equal(2, server.Received().Count);
        Assert.Single(server.Received().Select(mail => mail["Message-ID"]).Distinct());
    }

    [Fact]
    public async Task SM_06_A_server_that_never_answers_is_left()
    {
        server.Tell("hang");

        // On a busy machine the first seconds may go by before the mail is under way: then there is nothing that could have been taken.
        var (seconds, delivery) = (1, default(Delivery));
        for (; delivery?.Outcome is null or DeliveryOutcome.TryAgain && seconds <= 32; seconds *= 2)
        {
            delivery = await Transport(settings => settings.TimeoutSeconds = seconds).SendAsync(Mails.Plain, TestContext.Current.CancellationToken);
        }

        Assert.Equal(new Delivery(DeliveryOutcome.Unknown, $"no answer within {seconds / 2} s"), delivery);
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("ehlo")]
    [InlineData("starttls")]
    [InlineData("tls")]
    [InlineData("auth")]
    [InlineData("mail")]
    [InlineData("rcpt")]
    [InlineData("begin")]
    public async Task SM_06_A_server_that_stands_still_in_any_state_is_left_and_has_no_mail(string state)
    {
        server.Tell("login kneeload secret");
        server.Tell($"hang-at {state}");

        var delivery = await Transport(settings => (settings.UserName, settings.Password, settings.TimeoutSeconds) = ("kneeload", "secret", 1))
            .SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "no answer within 1 s"), delivery);
        Assert.Empty(server.Received());
    }

    [Theory]
    [InlineData("drop-at mail")]
    [InlineData("drop-at rcpt")]
    public async Task SM_05_A_line_that_breaks_before_the_mail_has_left_says_that_it_was_not_taken(string behaviour)
    {
        server.Tell(behaviour);

        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "the connection broke off"), delivery);
    }

    [Theory]
    [InlineData("greet 421 4.3.2 too many", "421")]
    [InlineData("greet 554 5.3.2 no service here", "554")]
    public async Task SM_03_A_server_that_refuses_us_at_the_call_does_not_refuse_the_mail(string behaviour, string reply)
    {
        server.Tell(behaviour);

        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, reply), delivery);
    }

    [Fact]
    public async Task A_server_where_the_talk_begins_with_TLS_takes_a_mail()
    {
        using var implicitly = MailServer.Start(Authorities.Trusted, isImplicit: true);

        var delivery = await Transport(settings => (settings.Port, settings.ImplicitTls) = (implicitly.Port, true))
            .SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(Delivery.Taken, delivery);
        Assert.True(Assert.Single(implicitly.Received()).IsTls);
    }

    [Fact]
    public async Task MA_14_A_certificate_that_nobody_trusts_gets_no_mail_where_the_talk_begins_with_TLS_either()
    {
        using var authority = TestAuthority.Unknown();
        using var stranger = MailServer.Start(authority, isImplicit: true);

        var delivery = await Transport(settings => (settings.Port, settings.ImplicitTls) = (stranger.Port, true))
            .SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "the server's certificate is not trusted, or TLS failed"), delivery);
        Assert.Empty(stranger.Received());
    }

    [Fact]
    public async Task The_right_to_a_mail_is_asked_for_when_the_server_is_ready_and_a_lost_one_ends_the_talk()
    {
        var right = new MailRight(_ => throw new ClaimLostException(), () => true);

        await Assert.ThrowsAsync<ClaimLostException>(() => Transport().SendAsync(Mails.Plain, right, TestContext.Current.CancellationToken));

        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_process_that_stood_still_in_the_middle_of_a_mail_says_no_word_more()
    {
        var holds = true;
        server.Tell("hang-at rcpt");
        var sending = Transport().SendAsync(Mails.Plain, new MailRight(_ => Task.CompletedTask, () => holds), TestContext.Current.CancellationToken);
        await server.HangingAsync();

        holds = false;
        server.Tell("accept");
        var delivery = await sending;

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "the process stood still"), delivery);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task No_server_at_all_is_tried_again()
    {
        var delivery = await Transport(settings => settings.Port = 1).SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "no connection (ConnectionRefused)"), delivery);
    }

    [Fact]
    public async Task MA_14_Without_STARTTLS_nothing_is_sent()
    {
        server.Tell("no-starttls");

        var delivery = await Transport().SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryOutcome.TryAgain, delivery.Outcome);
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task A_relay_on_this_machine_may_speak_no_TLS_where_the_owner_says_so()
    {
        server.Tell("no-starttls");

        var delivery = await Transport(settings => settings.LoopbackRelay = true).SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryOutcome.Taken, delivery.Outcome);
        Assert.False(Assert.Single(server.Received()).IsTls);
    }

    [Fact]
    public async Task MA_14_A_certificate_that_nobody_trusts_gets_no_mail()
    {
        using var authority = TestAuthority.Unknown();
        using var stranger = MailServer.Start(authority);

        var delivery = await Transport(settings => settings.Port = stranger.Port).SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(new Delivery(DeliveryOutcome.TryAgain, "the server's certificate is not trusted, or TLS failed"), delivery);
        Assert.Empty(stranger.Received());
    }

    [Fact]
    public async Task A_login_is_given_to_a_server_that_asks_for_one()
    {
        server.Tell("login kneeload secret");

        var delivery = await Transport(settings => (settings.UserName, settings.Password) = ("kneeload", "secret"))
            .SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(Delivery.Taken, delivery);
    }

    [Fact]
    public async Task A_wrong_password_is_our_fault_and_not_the_readers()
    {
        server.Tell("login kneeload secret");

        var delivery = await Transport(settings => (settings.UserName, settings.Password) = ("kneeload", "wrong"))
            .SendAsync(Mails.Plain, TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryOutcome.TryAgain, delivery.Outcome);
        Assert.Empty(server.Received());
    }

    private SmtpMailTransport Transport(Action<MailSettings>? change = null)
    {
        var settings = new MailSettings { Host = "localhost", Port = server.Port };
        change?.Invoke(settings);
        return new(settings, Mails.Sender, new FakeClock(Monday), NullLogger<SmtpMailTransport>.Instance);
    }
}
