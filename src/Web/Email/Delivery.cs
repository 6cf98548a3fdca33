namespace KneeLoad.Web.Email;

/// <summary>The end of an attempt to hand a mail over.</summary>
/// <param name="Outcome">What follows from it.</param>
/// <param name="Reply">What was answered, without addresses, for the row and the log; null when it was taken.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? Reply)
{
    /// <summary>A server took the mail, or it lies in the folder.</summary>
    public static Delivery Taken { get; } = new(DeliveryOutcome.Taken, null);
}

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
