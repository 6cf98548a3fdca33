namespace KneeLoad.Web.Email;

/// <summary>The end of an attempt to hand a mail over.</summary>
/// <param name="Outcome">What follows from it.</param>
/// <param name="Reply">What was answered, without addresses, for the row and the log; null when it was taken.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? Reply)
{
    /// <summary>A server took the mail, or it lies in the folder.</summary>
    public static Delivery Taken { get; } = new(DeliveryOutcome.Taken, null);
}
