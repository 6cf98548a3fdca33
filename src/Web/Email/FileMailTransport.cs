using System.Net.Mail;

namespace KneeLoad.Web.Email;

/// <summary>
/// Writes mails as .eml files where no mail server is set. A file is named after its Message-ID, so a repeat replaces itself.
/// </summary>
/// <param name="folder">Where they go; made when it is absent.</param>
/// <param name="sender">Whom mails come from.</param>
/// <param name="logger">Where it says, once, that mails become files.</param>
public sealed class FileMailTransport(string folder, Mailbox sender, ILogger<FileMailTransport> logger) : IMailTransport
{
    private int said;

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref said, 1) == 0)
        {
            Log.MailsBecomeFiles(logger, folder);
        }

        await right.Begin(cancellationToken);
        try
        {
            await WriteAsync(mail, cancellationToken);
            return Delivery.Taken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            Log.NotWritten(logger, mail.MessageId, exception);
            return new(DeliveryOutcome.TryAgain, "the file could not be written");
        }
    }

    private async Task WriteAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // The framework names the file itself: it writes into a folder of its own, from where the whole file is moved.
        var drop = Directory.CreateDirectory(Path.Combine(folder, ".new", Guid.NewGuid().ToString("N")));
        try
        {
            using var message = MimeMail.Of(mail, sender);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drop.FullName };
            await client.SendMailAsync(message, cancellationToken);
            File.Move(drop.EnumerateFiles().Single().FullName, Path.Combine(folder, MailFiles.NameOf(mail.MessageId)), overwrite: true);
        }
        finally
        {
            drop.Delete(recursive: true);
        }
    }
}
