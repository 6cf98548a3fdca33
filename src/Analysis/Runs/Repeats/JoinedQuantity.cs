namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>Quantities that one recording of a run can lack and another give.</summary>
public enum JoinedQuantity
{
    /// <summary>Heart rate.</summary>
    HeartRate,

    /// <summary>Cadence, and the steps that follow from it.</summary>
    Cadence,

    /// <summary>Time on the ground, and what else a pod measures of the form.</summary>
    Form,

    /// <summary>Landings that a sensor recorded.</summary>
    FootStrike,

    /// <summary>Metres up and down.</summary>
    Climb,

    /// <summary>The ground that was run on.</summary>
    Ground,
}
