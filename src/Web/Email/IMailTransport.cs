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
