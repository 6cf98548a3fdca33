using System.Globalization;
using System.Text.Encodings.Web;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The words of the mail that asks whether an address is its runner's own. It holds nothing that the sender of a registration could write.</summary>
internal static class ConfirmationLetter
{
    public static OutgoingMail To(Mailbox mailbox, Uri link, MailLinks links)
    {
        var paragraphs = new[]
        {
            $"Someone registered this address with KneeLoad at {links.Host}. The weekly mail goes to it only once you confirm that it is yours.",
            $"The link shows a page with one button, and works for {MailTokens.ConfirmationLife.Days} days.",
            "It was not you? Then do nothing: no weekly mail is sent here.",
        };
        return new()
        {
            MessageId = $"{Guid.CreateVersion7():n}.confirm@{links.Host}",
            To = mailbox,
            Subject = "Confirm your address for KneeLoad",
            TextBody = Text(paragraphs, link),
            HtmlBody = Html(paragraphs, link),
        };
    }

    private static string Text(string[] paragraphs, Uri link) =>
        $"{paragraphs[0]}\n\nConfirm the address:\n{link.AbsoluteUri}\n\n{paragraphs[1]}\n\n{paragraphs[2]}\n";

    private static string Html(string[] paragraphs, Uri link)
    {
        var encode = HtmlEncoder.Default;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Confirm your address</title></head>
            <body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;">
            <p>{encode.Encode(paragraphs[0])}</p>
            <p><a href="{encode.Encode(link.AbsoluteUri)}">Confirm the address</a></p>
            <p>{encode.Encode(paragraphs[1])}</p>
            <p>{encode.Encode(paragraphs[2])}</p>
            </body>
            </html>

            """);
    }
}
