namespace KneeLoad.Analysis.Risk;

/// <summary>How sure one measurement is.</summary>
public enum MeasurementQuality
{
    /// <summary>Not judged.</summary>
    None,

    /// <summary>Rests on little.</summary>
    Poor,

    /// <summary>Parts are unknown or told.</summary>
    Fair,

    /// <summary>All that the rule needs was measured.</summary>
    Good,
}
