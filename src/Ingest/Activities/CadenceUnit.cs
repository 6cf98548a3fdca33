namespace KneeLoad.Ingest.Activities;

/// <summary>What the cadence column of a file counts. Decided once per file, and noted as a warning where it is a guess.</summary>
public enum CadenceUnit
{
    /// <summary>The file has no cadence.</summary>
    None,

    /// <summary>Strides of one leg. [strides/min]</summary>
    StridesPerMinute,

    /// <summary>Steps of both legs. [steps/min]</summary>
    StepsPerMinute,
}
