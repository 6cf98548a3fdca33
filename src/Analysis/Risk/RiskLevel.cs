namespace KneeLoad.Analysis.Risk;

/// <summary>The finding of an assessment in a word. An order of concern, never a probability.</summary>
public enum RiskLevel
{
    /// <summary>Nothing stands out.</summary>
    Low,

    /// <summary>Something stands out.</summary>
    Elevated,

    /// <summary>Much stands out.</summary>
    High,

    /// <summary>Fewer than 3 runs, or less than 14 days of them.</summary>
    NotEnoughData,

    /// <summary>No run in 30 days.</summary>
    NoRecentRuns,

    /// <summary>A red flag is open: no score, no ceiling.</summary>
    SeeADoctor,

    /// <summary>Under 18: no score.</summary>
    NoScoreUnder18,
}
