namespace KneeLoad.Analysis.Risk;

/// <summary>Why today's ceiling is what it is, or why there is none.</summary>
public enum CeilingReason
{
    /// <summary>1.10 times the longest session of 30 days.</summary>
    Normal,

    /// <summary>The longest session was a spike, which counts as 1.10 times its own base.</summary>
    Spike,

    /// <summary>Before or after a return: half of the longest session of the time before.</summary>
    Return,

    /// <summary>The first 30 days are not full: what there is.</summary>
    WindowNotFull,

    /// <summary>Pain asks to hold or reduce: no further than the usual session.</summary>
    Hold,

    /// <summary>Pain asks to stop: none.</summary>
    Stop,

    /// <summary>A red flag is open: none.</summary>
    SeeADoctor,

    /// <summary>The runner paused: none.</summary>
    Paused,

    /// <summary>Not enough runs: none.</summary>
    NoData,

    /// <summary>Under 18: none.</summary>
    Under18,
}
