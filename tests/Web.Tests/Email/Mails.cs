using KneeLoad.Web.Email;

namespace KneeLoad.Web.Tests.Email;

/// <summary>Mails to send in tests.</summary>
internal static class Mails
{
    public static Mailbox Sender { get; } = Address("kneeload@knee.example.org");

    public static OutgoingMail Plain { get; } = new()
    {
        MessageId = "0123456789abcdef.2026-W47@knee.example.org",
        To = Address("runner@example.org"),
        Subject = "Calm week, 2 runs",
        TextBody = "Two lines,\none – with a dash.\n.\n",
        HtmlBody = "<p>Two lines,<br>one – with a dash.</p>\n",
        Unsubscribe = new("https://knee.example.org/mail/unsubscribe/abc"),
        ListId = "weekly.knee.example.org",
    };

    public static Mailbox Address(string text) => Mailbox.TryParse(text, out var mailbox) ? mailbox : throw new ArgumentException("No address.", nameof(text));

    /// <summary>Hands a mail over that nobody else has.</summary>
    public static Task<Delivery> SendAsync(this IMailTransport transport, OutgoingMail mail, CancellationToken cancellationToken) =>
        transport.SendAsync(mail, MailRight.Own, cancellationToken);
}
