namespace KneeLoad.Ingest.Activities;

/// <summary>The unit that the cadence column of a file counts. Decided once per file, and noted as a warning where it is a guess.</summary>
public enum CadenceUnit
{
    /// <summary>The file has no cadence.</summary>
    None,

    /// <summary>Strides of one leg, as the FIT profile has it for every record. [strides/min]</summary>
    StridesPerMinute,

    /// <summary>Steps of both legs, as some exporters write them. [steps/min]</summary>
    StepsPerMinute,
}
