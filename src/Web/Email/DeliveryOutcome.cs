namespace KneeLoad.Web.Email;

/// <summary>What follows from an attempt to hand a mail over.</summary>
public enum DeliveryOutcome
{
    /// <summary>Done.</summary>
    Taken,

    /// <summary>Not now, or possibly: the same mail again after a pause.</summary>
    TryAgain,

    /// <summary>The server refuses this mail for good.</summary>
    MailRefused,

    /// <summary>The server refuses this reader for good: such an address is of no use next week either.</summary>
    ReaderRefused,
}
