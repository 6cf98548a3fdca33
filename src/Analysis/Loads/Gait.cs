namespace KneeLoad.Analysis.Loads;

/// <summary>How the runner moved.</summary>
public enum Gait
{
    /// <summary>Running.</summary>
    Run,

    /// <summary>Walking: slow with a low cadence for at least 10 s.</summary>
    Walk,
}
