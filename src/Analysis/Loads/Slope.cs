namespace KneeLoad.Analysis.Loads;

/// <summary>Which way the ground leads.</summary>
public enum Slope
{
    /// <summary>Gradient was not measured.</summary>
    NotMeasured,

    /// <summary>Downhill by more than the chosen limit.</summary>
    Down,

    /// <summary>Between the limits.</summary>
    Level,

    /// <summary>Uphill by more than the chosen limit.</summary>
    Up,
}
