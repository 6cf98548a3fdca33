using System.Text.Encodings.Web;
using KneeLoad.Web.Email;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.YourData;

/// <summary>The mail of a receipt.</summary>
internal static class ReceiptLetter
{
    public static OutgoingMail To(Mailbox mailbox, Receipt receipt, string host, Language say)
    {
        string[] lines = [.. receipt.Lines, say["YourData.Receipt.Letter.Last", ("host", host)]];
        var (encode, subject) = (HtmlEncoder.Default, say["YourData.Receipt.Subject"]);
        var paragraphs = string.Concat(lines.Select(line => $"<p>{encode.Encode(line)}</p>\n"));
        return new()
        {
            MessageId = $"{Guid.CreateVersion7():n}.erased@{host}",
            To = mailbox,
            Subject = subject,
            TextBody = string.Join("\n\n", lines) + "\n",
            HtmlBody =
                $"<!doctype html>\n<html lang=\"{say.Tag}\">\n<head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light "
                    + $"dark\"><title>{encode.Encode(subject)}</title></head>\n<body style=\"font-family:-apple-system,'Segoe "
                        + $"UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;\">\n{paragraphs}</body>\n</html>\n",
        };
    }
}
