using MimeKit;
using NodaTime;

namespace KneeLoad.Web.Email;

/// <summary>
/// Writes mails as .eml files where no mail server is set. A file is named after its Message-ID, so a repeat replaces itself.
/// </summary>
/// <param name="folder">Where they go; made when it is absent.</param>
/// <param name="sender">Whom mails come from.</param>
/// <param name="clock">Dates the mails.</param>
/// <param name="logger">Where it says, once, that mails become files.</param>
public sealed class FileMailTransport(string folder, Mailbox sender, IClock clock, ILogger<FileMailTransport> logger) : IMailTransport
{
    private int said;

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(right);
        if (Interlocked.Exchange(ref said, 1) == 0)
        {
            MailLog.MailsBecomeFiles(logger, folder);
        }

        await right.Begin(cancellationToken);
        try
        {
            await WriteAsync(mail);
            return Delivery.Taken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            MailLog.NotWritten(logger, mail.MessageId, exception);
            return new(DeliveryOutcome.TryAgain, "the file could not be written");
        }
    }

    private async Task WriteAsync(OutgoingMail mail)
    {
        using var message = MimeMail.Of(mail, sender, clock.GetCurrentInstant());
        message.Prepare(EncodingConstraint.SevenBit);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, MailFiles.NameOf(mail.MessageId));
        var unready = path + ".new";
        await using (var file = File.Create(unready))
        {
            await message.WriteToAsync(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, file);
        }

        File.Move(unready, path, overwrite: true);
    }
}
