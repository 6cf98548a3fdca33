using System.Globalization;
using System.Text.Encodings.Web;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The words of the mail that asks whether an address is its runner's own. It holds nothing that the sender of a registration could write.</summary>
internal static class ConfirmationLetter
{
    public static OutgoingMail To(Mailbox mailbox, Uri link, MailLinks links, Language say)
    {
        var paragraphs = new[]
        {
            say["WeeklyMail.Confirm.Letter.Who", ("host", links.Host)],
            say["WeeklyMail.Confirm.Letter.Link", ("days", say.Format.Number(MailTokens.ConfirmationLife.Days, 0))],
            say["WeeklyMail.Confirm.Letter.NotYou"],
        };
        return new()
        {
            MessageId = $"{Guid.CreateVersion7():n}.confirm@{links.Host}",
            To = mailbox,
            Subject = say["WeeklyMail.Confirm.Letter.Subject"],
            TextBody = Text(paragraphs, link, say),
            HtmlBody = Html(paragraphs, link, say),
        };
    }

    private static string Text(string[] paragraphs, Uri link, Language say) =>
        PlainText.Of($"{paragraphs[0]}\n\n{say["WeeklyMail.Confirm.Do"]}:\n{link.AbsoluteUri}\n\n{paragraphs[1]}\n\n{paragraphs[2]}\n");

    private static string Html(string[] paragraphs, Uri link, Language say)
    {
        var encode = HtmlEncoder.Default;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{say.Tag}">
            <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{encode.Encode(say["WeeklyMail.Confirm.Letter.Title"])}</title></head>
            <body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;">
            <p>{encode.Encode(paragraphs[0])}</p>
            <p><a href="{encode.Encode(link.AbsoluteUri)}">{encode.Encode(say["WeeklyMail.Confirm.Do"])}</a></p>
            <p>{encode.Encode(paragraphs[1])}</p>
            <p>{encode.Encode(paragraphs[2])}</p>
            </body>
            </html>

            """);
    }
}
