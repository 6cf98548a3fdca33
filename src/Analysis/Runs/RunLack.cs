namespace KneeLoad.Analysis.Runs;

/// <summary>A quantity that a run's numbers do without.</summary>
public enum RunLack
{
    /// <summary>Speed and distance were not to be had.</summary>
    Distance,

    /// <summary>Cadence was not measured: the load takes the runner's usual one.</summary>
    Cadence,

    /// <summary>Altitude was not measured: the load takes level ground.</summary>
    Gradient,
}
