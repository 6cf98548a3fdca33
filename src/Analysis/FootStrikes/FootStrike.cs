using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.FootStrikes;

/// <summary>The landing of the feet in one run, as far as known.</summary>
/// <param name="Source">Where the knowledge comes from.</param>
/// <param name="HeelShare">Share of steps that landed on the heel; null when nothing is known. For a guess the population's prior.</param>
/// <param name="Certainty">How sure; null when nothing is known.</param>
/// <param name="RecordedSteps">Steps whose landing a sensor recorded. [1]</param>
public sealed record FootStrike(FootStrikeSource Source, Fraction? HeelShare, Certainty? Certainty, double RecordedSteps)
{
    /// <summary>Nothing is known.</summary>
    public static FootStrike Unknown { get; } = new(FootStrikeSource.None, null, null, 0);
}

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
