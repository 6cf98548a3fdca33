using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace KneeLoad.Web.Email;

/// <summary>Writes a mail as the message that goes over the wire: text and HTML of the same content, and where it belongs to one the headers of a list.</summary>
internal static class MimeMail
{
    /// <summary>The message; the caller disposes of it.</summary>
    public static MailMessage Of(OutgoingMail mail, Mailbox sender)
    {
        if (mail.Subject.Any(char.IsControl) || mail.MessageId.Any(letter => char.IsControl(letter) || letter is '<' or '>' or ' '))
        {
            throw new ArgumentException("A subject and a Message-ID are one line.", nameof(mail));
        }

        var message = new MailMessage
        {
            From = new MailAddress(sender.Address, "KneeLoad"),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To.Address));
        message.Headers["Message-ID"] = $"<{mail.MessageId}>";
        if (mail is { ListId: { } list, Unsubscribe: { } unsubscribe })
        {
            message.Headers["List-Id"] = $"KneeLoad weekly mail <{list}>";
            message.Headers["List-Unsubscribe"] = $"<{unsubscribe.AbsoluteUri}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        message.Headers["Auto-Submitted"] = "auto-generated";
        // The last alternative is the one that a reader's program prefers.
        message.AlternateViews.Add(Part(mail.TextBody, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.HtmlBody, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView Part(string text, string mediaType)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        var view = AlternateView.CreateAlternateViewFromString(lines, new ContentType(mediaType) { CharSet = "utf-8" });
        // The framework's quoted-printable writes line ends as =0D=0A, which turns a text into one long line for some readers.
        view.TransferEncoding = Ascii.IsValid(lines) && LongestLine(lines) <= 998 ? TransferEncoding.SevenBit : TransferEncoding.Base64;
        return view;
    }

    private static int LongestLine(string lines) => lines.Split("\r\n").Max(line => line.Length);
}
