using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One word of a runner on one use of their health data. Rows are added and never changed: they prove what held when.</summary>
public sealed class Consent
{
    /// <summary>Version of the words that pages ask with. It is raised with every change of them.</summary>
    public const string CurrentText = "2026-11-28";

    /// <summary>The runner who said it.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The use that it is about.</summary>
    public ConsentPurpose Purpose { get; set; }

    /// <summary>When it was said.</summary>
    public Instant Moment { get; set; }

    /// <summary>True when it was given, false when it was withdrawn.</summary>
    public bool Given { get; set; }

    /// <summary>Version of the words that the runner had before them.</summary>
    public string TextVersion { get; set; } = "";
}

/// <summary>Names the uses of health data that a runner agrees to, each by itself.</summary>
public enum ConsentPurpose
{
    /// <summary>Heart rate, positions, pain and injuries are stored, and files are read for them.</summary>
    Storing,

    /// <summary>The knees are scored from what is stored, on pages and in mails.</summary>
    Scoring,
}
