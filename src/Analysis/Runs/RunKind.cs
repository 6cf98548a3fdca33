namespace KneeLoad.Analysis.Runs;

/// <summary>What an activity is taken for.</summary>
public enum RunKind
{
    /// <summary>A run, as the file says.</summary>
    Run,

    /// <summary>No sport stated; moves like a run. Marked, and one click corrects it.</summary>
    TakenForRun,

    /// <summary>A running session under 100 m: listed, counts for nothing.</summary>
    TooShort,

    /// <summary>A walk or hike: counts towards knee-kilometres, not towards longest run, spike and growth.</summary>
    Walk,

    /// <summary>Another sport: listed, counts for nothing.</summary>
    Other,

    /// <summary>A planned route that nobody has run: listed, counts for nothing.</summary>
    Course,
}
