using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>The load formula beside the published tables.</summary>
internal static class CalibrationSection
{
    private static readonly Speed CadenceTrialSpeed = new(3.33);

    public static MethodSection Make() => new(
        "calibration",
        "Calibration",
        [
            new MethodBlock.Paragraph(Invariant(
                $"The exponents are one joint fit to the {Calibration.FreeScale.Rows.Count} rows below. With one free scale a study the deviations are {Calibration.FreeScale.RootMeanSquare.Percent:0.0} % (root mean square), at worst {Calibration.FreeScale.Worst.Percent:0.0} %; against the one row of each study at the reference condition {Calibration.SingleReference.RootMeanSquare.Percent:0.0} %, at worst {Calibration.SingleReference.Worst.Percent:0.0} %.")),
            new MethodBlock.Table(
                "Stress-time integral of the kneecap, MPa·s per km",
                ["Study", "Speed, m/s", "Gradient, °", "Cadence ×", "Published", "Model", "Free scale, %", "One reference, %"],
                [.. Calibration.FreeScale.Rows.Zip(Calibration.SingleReference.Rows, Row)]),
            new MethodBlock.Heading("Rows that were left out"),
            new MethodBlock.Paragraph(
                "One of the two laboratories found almost no effect of cadence. Its two rows stand apart from the fit, and the model is off by as much as the last column says."),
            new MethodBlock.Table(
                Invariant($"{Published.VanHoorenByCadence.Source.Citation}, {CadenceTrialSpeed.MetresPerSecond} m/s"),
                ["Cadence, steps/min", "Published, MPa·s per km", "Published ratio", "Model ratio", "Deviation, %"],
                [.. Enumerable.Range(0, Published.VanHoorenByCadence.Value.Length).Select(CadenceRow)]),
        ]);

    private static IReadOnlyList<MethodCell> Row(CalibrationRow free, CalibrationRow reference) =>
    [
        free.Study.Id,
        Invariant($"{free.Published.Speed.MetresPerSecond:0.00}"),
        Invariant($"{free.Published.GradientDegrees}"),
        Invariant($"{free.Published.CadenceRatio:0.0}"),
        Invariant($"{free.Published.MegapascalSecondsPerKilometre:0.00}"),
        Invariant($"{free.ModelMegapascalSecondsPerKilometre:0.00}"),
        Percent(free.Deviation),
        Percent(reference.Deviation),
    ];

    private static IReadOnlyList<MethodCell> CadenceRow(int row)
    {
        // The paper's step of cadence is taken to be 10 steps/min; the row in the middle is the runners' own.
        var change = 10 * (row - 1);
        var published = Published.VanHoorenByCadence.Value;
        var usual = Population.At(CadenceTrialSpeed).StepsPerMinute;
        var ratio = KneeLoadModel.RunningLoadPerKilometre(CadenceTrialSpeed, usual / (usual + change), 0, recordedForefoot: false)
            / KneeLoadModel.RunningLoadPerKilometre(CadenceTrialSpeed, 1, 0, recordedForefoot: false);
        return
        [
            change == 0 ? "usual" : Invariant($"{change:+0;-0}"),
            Invariant($"{published[row]:0}"),
            Invariant($"{published[row] / published[1]:0.000}"),
            Invariant($"{ratio:0.000}"),
            Percent(new((ratio / (published[row] / published[1])) - 1)),
        ];
    }

    // The third part is for what rounds to nothing: 0.0, never -0.0.
    private static string Percent(Fraction deviation) => Invariant($"{deviation.Percent:0.0;-0.0;0.0}");

    /// <summary>The population's usual cadence.</summary>
    internal static CadenceLine Population { get; } = new(
        Choices.PopulationIntercept.Value.StepsPerMinute, Choices.PopulationSlope.Value, IsOwn: false);
}
