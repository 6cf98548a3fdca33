using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>An opaque token in a mail, for one purpose of one runner. Only its hash is stored; it acts on POST only.</summary>
public sealed class MailToken
{
    /// <summary>SHA-256 of the token, hex.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The one purpose that it serves.</summary>
    public MailTokenPurpose Purpose { get; set; }

    /// <summary>The day that it speaks of, for a pain entry.</summary>
    public LocalDate? Day { get; set; }

    /// <summary>When it was made.</summary>
    public Instant Created { get; set; }
}

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
