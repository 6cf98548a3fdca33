using NodaTime;

namespace KneeLoad.Web.Data.Entities.Upkeep;

/// <summary>One look at whether everything that is stored still is what it was.</summary>
public sealed class Audit
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>When it began.</summary>
    public Instant Began { get; set; }

    /// <summary>When it ended.</summary>
    public Instant Ended { get; set; }

    /// <summary>Faults that it found. [1]</summary>
    public int Faults { get; set; }

    /// <summary>The checks and findings, as JSON.</summary>
    public string Report { get; set; } = "";
}
