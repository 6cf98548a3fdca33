namespace KneeLoad.Web.Data.Entities;

/// <summary>The one thing that a mail token does.</summary>
public enum MailTokenPurpose
{
    /// <summary>Ends the weekly mail.</summary>
    Unsubscribe,

    /// <summary>Enters how the knees were on one day.</summary>
    PainEntry,

    /// <summary>Confirms that the address is the runner's own.</summary>
    ConfirmAddress,
}
