namespace KneeLoad.Analysis.Runs;

/// <summary>The kind that an activity is taken for.</summary>
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

    /// <summary>Nothing says which sport it was, and it was faster than most runs: the runner is asked; until then it counts for nothing.</summary>
    Asked,

    /// <summary>A planned route that nobody has run: listed, counts for nothing.</summary>
    Course,
}
