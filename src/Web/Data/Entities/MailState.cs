namespace KneeLoad.Web.Data.Entities;

/// <summary>The state of a mail.</summary>
public enum MailState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Taken by a server, or written as a file where there is none.</summary>
    Sent,

    /// <summary>Refused for good, or too old to send.</summary>
    GivenUp,
}
