using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>One published row of kneecap load beside what the model says of the same condition.</summary>
/// <param name="Study">Where the row was published.</param>
/// <param name="Published">The row.</param>
/// <param name="ModelMegapascalSecondsPerKilometre">The model, on the study's own scale. [MPa*s/km]</param>
public sealed record CalibrationRow(Source Study, StressImpulse Published, double ModelMegapascalSecondsPerKilometre)
{
    /// <summary>Model over published, minus one. [1]</summary>
    public Fraction Deviation => new((ModelMegapascalSecondsPerKilometre / Published.MegapascalSecondsPerKilometre) - 1);
}
