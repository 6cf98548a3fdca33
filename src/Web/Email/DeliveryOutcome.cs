namespace KneeLoad.Web.Email;

/// <summary>The consequence of an attempt to hand a mail over.</summary>
public enum DeliveryOutcome
{
    /// <summary>Done.</summary>
    Taken,

    /// <summary>Not now: the same mail again after a pause.</summary>
    TryAgain,

    /// <summary>The line broke off after the mail had left and before the server's word: it may have it.</summary>
    Unknown,

    /// <summary>The server refuses this mail for good.</summary>
    MailRefused,

    /// <summary>The server refuses this reader for good: such an address is of no use next week either.</summary>
    ReaderRefused,
}
