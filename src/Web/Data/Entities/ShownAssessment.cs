using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>The last assessment that was shown on a day, kept so that it can be opened and computed again.</summary>
public sealed class ShownAssessment
{
    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>SHA-256 of the JSON before compression, in hex: what is shown again is kept once.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>The local day that it speaks of.</summary>
    public LocalDate AsOf { get; set; }

    /// <summary>Version of the model.</summary>
    public string ModelVersion { get; set; } = "";

    /// <summary>When this content was shown first.</summary>
    public Instant Shown { get; set; }

    /// <summary>Since when it is what the day says: later than the first time where another stood between.</summary>
    public Instant Since { get; set; }

    /// <summary>The content of an earlier day that this one was compressed against; null where it stands by itself.</summary>
    public string? BaseHash { get; set; }

    /// <summary>Inputs and outcome as JSON, compressed: by Zstandard, or by gzip where an earlier version wrote it.</summary>
    public byte[] Content { get; set; } = [];
}
