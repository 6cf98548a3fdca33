using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>One row of the score, also with 0 points. The rows add up to the score exactly.</summary>
public sealed record RiskFactor
{
    /// <summary>Which row.</summary>
    public required FactorId Id { get; init; }

    /// <summary>Which load rule gave the points; null for the other rows and when neither was judged.</summary>
    public LoadIncreaseKind? Kind { get; init; }

    /// <summary>What was measured: metres for a spike and for growth, a share of metres or steps for the others. Null when not judged. [<see cref="Unit"/>]</summary>
    public double? Measured { get; init; }

    /// <summary>The runner's usual: the base that it was judged by. Null when there is none. [<see cref="Unit"/>]</summary>
    public double? Usual { get; init; }

    /// <summary>Unit of measured and usual: "m" or "1".</summary>
    public required string Unit { get; init; }

    /// <summary>Measured over usual, unrounded; null when not judged. [1]</summary>
    public double? Ratio { get; init; }

    /// <summary>Points, rounded half away from zero.</summary>
    public required int Points { get; init; }

    /// <summary>Most points that this row can give.</summary>
    public required int MostPoints { get; init; }

    /// <summary>The rule in one sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure science is.</summary>
    public required Certainty Science { get; init; }

    /// <summary>How sure this measurement is.</summary>
    public required MeasurementQuality Measurement { get; init; }

    /// <summary>What the reader must know beside the points, in plain words.</summary>
    public required string Note { get; init; }

    /// <summary>Key of the run that the row speaks of (the spike); null when it is none.</summary>
    public string? RunKey { get; init; }

    /// <summary>Papers that the rule rests on, or that speak against it.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }
}
