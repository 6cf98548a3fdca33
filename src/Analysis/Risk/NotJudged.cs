namespace KneeLoad.Analysis.Risk;

/// <summary>Why a session cannot be judged for a spike.</summary>
public enum NotJudged
{
    /// <summary>The history is younger than the 30 days that it would be compared with.</summary>
    WindowNotFull,

    /// <summary>A return after 30 days off, and nothing known of the time before.</summary>
    ReturnWithoutPast,

    /// <summary>Its own distance is unknown.</summary>
    DistanceUnknown,

    /// <summary>No session that it would be compared with has a known distance.</summary>
    NoKnownBase,
}
