namespace KneeLoad.Analysis.Risk;

/// <summary>A row of the score.</summary>
public enum FactorId
{
    /// <summary>Sudden load increase: the single-run spike or the week's growth. 0 to 75 points.</summary>
    LoadIncrease,

    /// <summary>Hard surfaces. 0 to 10 points.</summary>
    HardSurface,

    /// <summary>Heel striking. 0 to 6 points.</summary>
    HeelStrike,
}
