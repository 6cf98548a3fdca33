namespace KneeLoad.Analysis.FootStrikes;

/// <summary>The sources of the knowledge of a run's foot strike, in order of trust.</summary>
public enum FootStrikeSource
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>A guess from the population, where contact time and cadence exist. Never scored as knowledge.</summary>
    Guess,

    /// <summary>Told by the runner after a slow-motion video test.</summary>
    Told,

    /// <summary>Recorded by a sensor on the foot.</summary>
    Sensor,
}
