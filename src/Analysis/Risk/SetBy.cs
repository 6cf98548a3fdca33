namespace KneeLoad.Analysis.Risk;

/// <summary>Names what set the finding of an assessment: the one thing that a headline speaks of.</summary>
public enum SetBy
{
    /// <summary>The diary: pain, limping or a red flag.</summary>
    Pain,

    /// <summary>One session against the longest of 30 days.</summary>
    LongestRun,

    /// <summary>Growth in many small steps.</summary>
    Creep,

    /// <summary>Metres down.</summary>
    Descent,

    /// <summary>The last 7 days against the four blocks before.</summary>
    Week,

    /// <summary>Hard ground and heel striking together weigh more than the load.</summary>
    Precautions,

    /// <summary>Load was judged and nothing stands out.</summary>
    Nothing,

    /// <summary>A sudden load increase could not be judged, or the runner is under 18.</summary>
    NotJudged,

    /// <summary>No run in 30 days.</summary>
    NoRecentRuns,

    /// <summary>Fewer than 3 runs, or less than 14 days of them.</summary>
    NotEnoughData,
}
