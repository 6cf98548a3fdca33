namespace KneeLoad.Web.Email;

/// <summary>Hands a mail to whoever delivers it.</summary>
public interface IMailTransport
{
    /// <summary>One attempt. A server that is down, slow or refuses is an outcome, no exception.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Ends the waiting; a mail given up in this way may have been taken all the same.</param>
    Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
