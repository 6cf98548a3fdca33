using MimeKit;
using NodaTime;

namespace KneeLoad.Web.Email;

/// <summary>
/// Writes a mail as the message that goes over the wire: text and HTML of the same content, and where it belongs to one the headers of a list.
/// </summary>
internal static class MimeMail
{
    /// <summary>The message; the caller disposes of it.</summary>
    public static MimeMessage Of(OutgoingMail mail, Mailbox sender, Instant now)
    {
        if (mail.Subject.Any(char.IsControl) || mail.MessageId.Any(letter => char.IsControl(letter) || letter is '<' or '>' or ' '))
        {
            throw new ArgumentException("A subject and a Message-ID are one line.", nameof(mail));
        }

        var message = new MimeMessage
        {
            Date = now.ToDateTimeOffset(),
            MessageId = mail.MessageId,
            Subject = mail.Subject,
            // The last alternative is the one that a reader's program prefers.
            Body = new MultipartAlternative(Part("plain", mail.TextBody), Part("html", mail.HtmlBody)),
        };
        message.From.Add(new MailboxAddress("KneeLoad", sender.Address));
        message.To.Add(new MailboxAddress(name: null, mail.To.Address));
        if (mail is { ListId: { } list, Unsubscribe: { } unsubscribe })
        {
            message.Headers.Add(HeaderId.ListId, $"KneeLoad weekly mail <{list}>");
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static TextPart Part(string subtype, string text) => new(subtype) { Text = text.ReplaceLineEndings("\r\n") };
}
