namespace KneeLoad.Ingest.Plausibility.Pods;

/// <summary>Quantities that running pods write into columns of their own.</summary>
internal enum PodMeasure
{
    /// <summary>Ground contact time of a step. [ms]</summary>
    ContactTime,

    /// <summary>Left foot's share of the contact time. [%]</summary>
    ContactBalance,

    /// <summary>Rise and fall of the trunk in a step. [mm]</summary>
    VerticalOscillation,

    /// <summary>Length of one step. [mm]</summary>
    StepLength,

    /// <summary>Cadence. [strides/min or steps/min]</summary>
    Cadence,

    /// <summary>Part of the foot that lands first, by RunScribe's number: up to 6 the heel, up to 10 the middle, above the forefoot.</summary>
    FootStrike,
}
