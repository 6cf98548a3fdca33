namespace KneeLoad.Web.Email;

/// <summary>Hands a mail to whoever delivers it.</summary>
public interface IMailTransport
{
    /// <summary>One attempt. A server that is down, slow or refuses is an outcome, no exception.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="right">The right to hand it over.</param>
    /// <param name="cancellationToken">Ends the attempt before the mail leaves, never after.</param>
    Task<Delivery> SendAsync(OutgoingMail mail, MailRight right, CancellationToken cancellationToken);
}

/// <summary>The right to hand one mail over. Another process may have it by the time that a slow server is ready, so it is asked for late.</summary>
/// <param name="Begin">Asked once, when the server is ready to take the mail, and before it could have any of it. It throws where the right is gone.</param>
/// <param name="Holds">Asked before each word to the server: false where this process has stood still for too long to say another.</param>
public sealed record MailRight(Func<CancellationToken, Task> Begin, Func<bool> Holds)
{
    /// <summary>The right to a mail that nobody else has.</summary>
    public static MailRight Own { get; } = new(_ => Task.CompletedTask, () => true);
}
