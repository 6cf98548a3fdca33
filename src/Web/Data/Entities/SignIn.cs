using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>A signed-in browser. Deleting the row signs it out, whatever cookie it still shows.</summary>
public sealed class SignIn
{
    /// <summary>SHA-256 of the key in the cookie, hex.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The framework's ticket, serialised.</summary>
    public byte[] Ticket { get; set; } = [];

    /// <summary>When the runner signed in.</summary>
    public Instant Created { get; set; }

    /// <summary>Browser and system, in a few words that we know; empty for others.</summary>
    public string Device { get; set; } = "";

    /// <summary>When it was last renewed: about when it was last used.</summary>
    public Instant Renewed { get; set; }

    /// <summary>When it ends unless used before.</summary>
    public Instant Expires { get; set; }
}
