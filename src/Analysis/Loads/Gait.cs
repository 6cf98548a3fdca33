namespace KneeLoad.Analysis.Loads;

/// <summary>The gait of the runner.</summary>
public enum Gait
{
    /// <summary>Running.</summary>
    Run,

    /// <summary>Walking: slow with a low cadence for at least 10 s.</summary>
    Walk,
}
