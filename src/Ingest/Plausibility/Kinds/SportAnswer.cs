namespace KneeLoad.Ingest.Plausibility.Kinds;

/// <summary>Answers that a name can give to the question which kind of activity it was.</summary>
internal enum SportAnswer
{
    /// <summary>It says nothing of the kind.</summary>
    SaysNothing,

    /// <summary>A run, however slow.</summary>
    Run,

    /// <summary>A walk or a hike.</summary>
    Walk,

    /// <summary>Another sport.</summary>
    OtherSport,
}
