using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace KneeLoad.Web.Email;

/// <summary>Hands mails to an SMTP server over TLS, never in plain text except to a relay on this machine.</summary>
/// <param name="settings">The server.</param>
/// <param name="sender">Whom mails come from.</param>
/// <param name="clock">Dates the mails.</param>
/// <param name="logger">Where a server that fails is written.</param>
public sealed class SmtpMailTransport(MailSettings settings, Mailbox sender, IClock clock, ILogger<SmtpMailTransport> logger) : IMailTransport
{
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    private readonly string host = settings.Host ?? throw new ArgumentException("No host.", nameof(settings));
    private readonly TimeSpan timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds);

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(right);
        var delivery = await AttemptAsync(mail, right, cancellationToken);
        if (delivery.Outcome is not DeliveryOutcome.Taken)
        {
            MailLog.NotTaken(logger, mail.MessageId, delivery.Outcome, delivery.Reply);
        }

        return delivery;
    }

    private async Task<Delivery> AttemptAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken)
    {
        using var message = MimeMail.Of(mail, sender, clock.GetCurrentInstant());
        // One limit for all states of the talk: wherever a server stands still, the attempt ends.
        using var limit = new CancellationTokenSource(timeout);
        using var before = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var talk = new SmtpTalk();
        using var client = new AskingClient(talk)
        {
            LocalDomain = sender.Host,
            // Asking an authority about each certificate would be a third party's request, and many small servers' certificates name none.
            CheckCertificateRevocation = false,
            // No list of servers whose certificates are taken though they do not fit.
            ServerCertificateValidationCallback = (_, _, _, faults) => faults == SslPolicyErrors.None,
        };
        var isReady = false;
        try
        {
            await OpenAsync(client, right, before.Token);
            isReady = true;
            // From here on what has begun is finished, also while the service stops.
            await client.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException exception)
        {
            return isReady ? OfCode(exception) : new(DeliveryOutcome.TryAgain, Code(exception.StatusCode));
        }
        catch (Exception) when (client.Line?.Refusal is { } refusal)
        {
            // As it was thrown, not as the encryption above the line tells it.
            ExceptionDispatchInfo.Throw(refusal);
            throw;
        }
        catch (Exception exception) when (limit.IsCancellationRequested && (exception is OperationCanceledException || CauseOf(exception, client) is not null))
        {
            return Broken(talk, string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.TimeoutSeconds} s"));
        }
        catch (Exception exception) when (CauseOf(exception, client) is not null)
        {
            return Broken(talk, CauseOf(exception, client)!);
        }

        await PartAsync(client);
        return Delivery.Taken;
    }

    private async Task OpenAsync(AskingClient client, MailRight right, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, settings.Port, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        client.Line = new GuardedStream(new NetworkStream(socket, ownsSocket: true), right);
        await client.ConnectAsync(client.Line, host, settings.Port, settings.Security, cancellationToken);
        // Sent in pieces of a told length, a mail has no end that shows in what was said.
        client.Capabilities &= ~SmtpCapabilities.Chunking;
        if (settings.UserName is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
        }
    }

    // The mail is taken: whatever the server still says or does not say is of no interest.
    private static async Task PartAsync(SmtpClient client)
    {
        using var soon = new CancellationTokenSource(Parting);
        try
        {
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException || CauseOf(exception, client) is not null)
        {
            // Its connection is closed without a word.
        }
    }

    /// <summary>4xx is for now and 5xx for good (RFC 5321, 4.2.1), except where the server refuses us and not the mail.</summary>
    private static Delivery OfCode(SmtpCommandException refusal)
    {
        var outcome = (int)refusal.StatusCode is < 500 or 530 or 534 or 535 or 538 ? DeliveryOutcome.TryAgain
            : refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted ? DeliveryOutcome.ReaderRefused
            : DeliveryOutcome.MailRefused;
        return new(outcome, Code(refusal.StatusCode));
    }

    private static string Code(SmtpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private static Delivery Broken(SmtpTalk talk, string why) => new(talk.HasMailLeft ? DeliveryOutcome.Unknown : DeliveryOutcome.TryAgain, why);

    /// <summary>The kind of failure; its message may quote the address, so it stays out. Null where it is none of the line or the server.</summary>
    private static string? CauseOf(Exception failure, SmtpClient client) => failure switch
    {
        StoodStillException => "the process stood still",
        SslHandshakeException or System.Security.Authentication.AuthenticationException => "the server's certificate is not trusted, or TLS failed",
        AuthenticationException => "the server refuses the user name or password",
        ServiceNotAuthenticatedException => "530",
        NotSupportedException => client.IsConnected ? "the server asks for no user name" : "the server offers no STARTTLS",
        SocketException socket => $"no connection ({socket.SocketErrorCode})",
        SmtpProtocolException or IOException or ServiceNotConnectedException => "the connection broke off",
        _ => null,
    };

    /// <summary>Has the right to the mail asked for once the server takes its reader: what is said next is the mail.</summary>
    private sealed class AskingClient(SmtpTalk talk) : SmtpClient(talk)
    {
        /// <summary>The line to the server; null before there is one.</summary>
        public GuardedStream? Line { get; set; }

        /// <inheritdoc/>
        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => Line?.AskBeforeNextWord();
    }
}
