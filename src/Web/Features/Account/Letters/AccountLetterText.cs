using System.Globalization;
using System.Text.Encodings.Web;
using KneeLoad.Web.Email;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Account.Letters;

/// <summary>Lays out a letter about an account: paragraphs, a link, paragraphs. It holds nothing that a stranger could write.</summary>
internal static class AccountLetterText
{
    /// <summary>The letter to an address.</summary>
    /// <param name="key">Key of the letter, from which another try has the same Message-ID.</param>
    /// <param name="to">To whom.</param>
    /// <param name="host">Host name of this installation.</param>
    /// <param name="subject">Subject.</param>
    /// <param name="before">Before the link.</param>
    /// <param name="link">The link with the words on it; null for none.</param>
    /// <param name="after">After it.</param>
    /// <param name="say">The language.</param>
    public static OutgoingMail To(Guid key, Mailbox to, string host, string subject, string before, (string Words, Uri Address)? link, string after, Language say) => new()
    {
        MessageId = $"{key:n}.account@{host}",
        To = to,
        Subject = subject,
        TextBody = link is var (words, address) ? $"{before}\n\n{words}:\n{address.AbsoluteUri}\n\n{after}\n" : $"{before}\n\n{after}\n",
        HtmlBody = Html(subject, before, link, after, say),
    };

    private static string Html(string subject, string before, (string Words, Uri Address)? link, string after, Language say)
    {
        var encode = HtmlEncoder.Default;
        var anchor = link is var (words, address) ? $"<p><a href=\"{encode.Encode(address.AbsoluteUri)}\">{encode.Encode(words)}</a></p>\n" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{say.Tag}">
            <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{encode.Encode(subject)}</title></head>
            <body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;">
            <p>{encode.Encode(before)}</p>
            {anchor}<p>{encode.Encode(after)}</p>
            </body>
            </html>

            """);
    }
}
