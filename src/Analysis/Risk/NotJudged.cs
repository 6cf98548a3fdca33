namespace KneeLoad.Analysis.Risk;

/// <summary>Names the reason why a row of the score was not judged.</summary>
public enum NotJudged
{
    /// <summary>No session lies in the last 11 days.</summary>
    NoRecentSession,

    /// <summary>The history is too young for the window that it would be compared with.</summary>
    WindowNotFull,

    /// <summary>A return after 30 days off, and no known distance before the break.</summary>
    ReturnWithoutPast,

    /// <summary>The distance of the session, or of a run of the weeks compared, is unknown.</summary>
    DistanceUnknown,

    /// <summary>No session that it would be compared with has a known distance.</summary>
    NoKnownBase,

    /// <summary>Too few sessions or weeks with a run lie in the window that it would be compared with.</summary>
    TooFewBefore,

    /// <summary>No barometer measured the descent.</summary>
    NoBarometer,

    /// <summary>No map was asked about these runs.</summary>
    NoMap,

    /// <summary>The surface of more than half of the metres is unknown.</summary>
    SurfaceUnknown,

    /// <summary>No sensor recorded the foot strike on enough runs, and the runner told none in the last 12 months.</summary>
    FootStrikeUnknown,

    /// <summary>No run lies in the 28 days.</summary>
    NoRun,
}
