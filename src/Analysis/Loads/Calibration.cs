using System.Collections.Immutable;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>
/// The load formula against the published tables that it was fitted to. Laboratories differ in absolute values,
/// so each study has one scale of its own and only ratios within it are judged.
/// </summary>
/// <param name="Rows">Every published row, study by study.</param>
public sealed record Calibration(IReadOnlyList<CalibrationRow> Rows)
{
    private static readonly Cited<ImmutableArray<StressImpulse>>[] Studies =
        [Published.HagenStressImpulse, Published.VanHoorenStressImpulse];

    /// <summary>One free scale a study: the geometric mean of model over published.</summary>
    public static Calibration FreeScale { get; } = Of(static rows => Math.Exp(rows.Average(row => Math.Log(Ratio(row)))));

    /// <summary>The scale of a study is its row nearest to the reference condition: level, usual cadence, 2.78 m/s.</summary>
    public static Calibration SingleReference { get; } = Of(static rows => Ratio(Reference(rows)));

    /// <summary>Root of the mean of the squared deviations. [1]</summary>
    public Fraction RootMeanSquare => new(Math.Sqrt(Rows.Average(row => row.Deviation.Value * row.Deviation.Value)));

    /// <summary>The largest deviation, without its sign. [1]</summary>
    public Fraction Worst => new(Rows.Max(row => Math.Abs(row.Deviation.Value)));

    /// <summary>The higher of the two laboratories' values at the reference condition over the lower, minus one. [1]</summary>
    public static Fraction LaboratoriesDifferBy
    {
        get
        {
            var values = Studies.Select(study => Reference(study.Value).MegapascalSecondsPerKilometre).ToArray();
            return new((values.Max() / values.Min()) - 1);
        }
    }

    private static Calibration Of(Func<IReadOnlyList<StressImpulse>, double> scale) => new(
    [
        .. from study in Studies
           let studyScale = scale(study.Value)
           from row in study.Value
           select new CalibrationRow(study.Source, row, Model(row) / studyScale),
    ]);

    private static StressImpulse Reference(IReadOnlyList<StressImpulse> rows) => rows
        .Where(row => row is { GradientDegrees: 0, CadenceRatio: 1 })
        .MinBy(row => Math.Abs(row.Speed.MetresPerSecond - Choices.ReferenceSpeed.Value.MetresPerSecond));

    private static double Ratio(StressImpulse row) => Model(row) / row.MegapascalSecondsPerKilometre;

    private static double Model(StressImpulse row) =>
        KneeLoadModel.RunningLoadPerKilometre(row.Speed, 1 / row.CadenceRatio, row.GradientDegrees, recordedForefoot: false);
}

/// <summary>One published row of kneecap load beside what the model says of the same condition.</summary>
/// <param name="Study">Where the row was published.</param>
/// <param name="Published">The row.</param>
/// <param name="ModelMegapascalSecondsPerKilometre">The model, on the study's own scale. [MPa*s/km]</param>
public sealed record CalibrationRow(Source Study, StressImpulse Published, double ModelMegapascalSecondsPerKilometre)
{
    /// <summary>Model over published, minus one. [1]</summary>
    public Fraction Deviation => new((ModelMegapascalSecondsPerKilometre / Published.MegapascalSecondsPerKilometre) - 1);
}
