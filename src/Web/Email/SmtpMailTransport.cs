using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;

namespace KneeLoad.Web.Email;

/// <summary>Hands mails to an SMTP server over STARTTLS, never in plain text except to a relay on this machine.</summary>
/// <param name="settings">The server.</param>
/// <param name="sender">Whom mails come from.</param>
/// <param name="logger">Where a server that fails is written.</param>
public sealed class SmtpMailTransport(MailSettings settings, Mailbox sender, ILogger<SmtpMailTransport> logger) : IMailTransport
{
    private readonly string host = settings.Host ?? throw new ArgumentException("No host.", nameof(settings));
    private readonly TimeSpan timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds);

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken)
    {
        await right.Begin(cancellationToken);
        var delivery = await AttemptAsync(mail, cancellationToken);
        if (delivery.Outcome is not DeliveryOutcome.Taken)
        {
            Log.NotTaken(logger, mail.MessageId, delivery.Outcome, delivery.Reply);
        }

        return delivery;
    }

    private async Task<Delivery> AttemptAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MimeMail.Of(mail, sender);
        using var client = new SmtpClient(host, settings.Port) { EnableSsl = !settings.LoopbackRelay };
        if (settings.UserName is not null)
        {
            client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        }

        try
        {
            // The client's own timeout and cancellation do not reach an asynchronous attempt in each of its states; leaving it and
            // disposing of it does, and the mail may then have been taken: the attempt counts as failed, its Message-ID stays.
            await client.SendMailAsync(message, CancellationToken.None).WaitAsync(timeout, cancellationToken);
            return Delivery.Taken;
        }
        catch (SmtpFailedRecipientException exception)
        {
            return OfCode(exception.StatusCode, DeliveryOutcome.ReaderRefused);
        }
        catch (SmtpException exception)
        {
            return exception.StatusCode is SmtpStatusCode.GeneralFailure ? new(DeliveryOutcome.TryAgain, Cause(exception)) : OfCode(exception.StatusCode, DeliveryOutcome.MailRefused);
        }
        catch (TimeoutException)
        {
            return new(DeliveryOutcome.TryAgain, string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.TimeoutSeconds} s"));
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            return new(DeliveryOutcome.TryAgain, Cause(exception));
        }
    }

    /// <summary>4xx is for now and 5xx for good (RFC 5321, 4.2.1), except where the server refuses us and not the mail.</summary>
    private static Delivery OfCode(SmtpStatusCode status, DeliveryOutcome refused)
    {
        var code = (int)status;
        var outcome = code is < 500 or 530 or 534 or 535 or 538 ? DeliveryOutcome.TryAgain : refused;
        return new(outcome, code.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The kind of failure; its message may quote the address, so it stays out.</summary>
    private static string Cause(Exception failure) => failure.GetBaseException() switch
    {
        AuthenticationException => "the server's certificate is not trusted, or TLS failed",
        System.Net.Sockets.SocketException socket => $"no connection ({socket.SocketErrorCode})",
        IOException => "the connection broke off",
        SmtpException => "the server offers no STARTTLS, or broke off",
        var other => other.GetType().Name,
    };
}
