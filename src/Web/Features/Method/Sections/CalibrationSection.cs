using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The load formula beside the published tables.</summary>
internal static class CalibrationSection
{
    private static readonly Speed CadenceTrialSpeed = new(3.33);

    /// <summary>The population's usual cadence.</summary>
    internal static CadenceLine Population { get; } = new(
        Choices.PopulationIntercept.Value.StepsPerMinute, Choices.PopulationSlope.Value, IsOwn: false);

    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string Share(Fraction share) => format.Value(share.Percent, 1, "Units.Percent");
        return new(
            "calibration",
            say["Method.Calibration.Title"],
            [
                new MethodBlock.Paragraph(say[
                    "Method.Calibration.Intro",
                    ("rows", format.Number(Calibration.FreeScale.Rows.Count, 0)),
                    ("curve", ConstantFormat.Number(Choices.GradientCurve.Value, format)),
                    ("rms", Share(Calibration.FreeScale.RootMeanSquare)),
                    ("worst", Share(Calibration.FreeScale.Worst)),
                    ("referenceRms", Share(Calibration.SingleReference.RootMeanSquare)),
                    ("referenceWorst", Share(Calibration.SingleReference.Worst))]),
                new MethodBlock.Table(
                    say["Method.Calibration.Table"],
                    [
                        say["Method.Calibration.Study"], say["Method.Calibration.Speed"], say["Method.Calibration.Gradient"], say["Method.Calibration.Cadence"],
                        say["Method.Calibration.Published"],
                        say["Method.Calibration.Model"],
                        say["Method.Calibration.FreeScale"],
                        say["Method.Calibration.OneReference"],
                    ],
                    [.. Calibration.FreeScale.Rows.Zip(Calibration.SingleReference.Rows, (free, reference) => Row(free, reference, format))]),
                new MethodBlock.Heading(say["Method.Calibration.LeftOut"]),
                new MethodBlock.Paragraph(say["Method.Calibration.LeftOutIntro"]),
                new MethodBlock.Table(
                    say[
                        "Method.Calibration.CadenceTable",
                        ("study", Published.VanHoorenByCadence.Source.Citation),
                        ("speed", ConstantFormat.Number(CadenceTrialSpeed.MetresPerSecond, format))],
                    [
                        say["Method.Calibration.Steps"], say["Method.Calibration.Impulse"], say["Method.Calibration.PublishedRatio"],
                        say["Method.Calibration.ModelRatio"], say["Method.Calibration.Deviation"],
                    ],
                    [.. Enumerable.Range(0, Published.VanHoorenByCadence.Value.Length).Select(row => CadenceRow(row, format))]),
            ]);
    }

    private static IReadOnlyList<MethodCell> Row(CalibrationRow free, CalibrationRow reference, RunnerFormat format) =>
    [
        MethodCell.OfCode(free.Study.Id),
        format.Number(free.Published.Speed.MetresPerSecond, 2),
        format.Number(free.Published.GradientDegrees, 0),
        format.Number(free.Published.CadenceRatio, 1),
        format.Number(free.Published.MegapascalSecondsPerKilometre, 2),
        format.Number(free.ModelMegapascalSecondsPerKilometre, 2),
        format.Number(free.Deviation.Percent, 1),
        format.Number(reference.Deviation.Percent, 1),
    ];

    private static IReadOnlyList<MethodCell> CadenceRow(int row, RunnerFormat format)
    {
        // The paper's step of cadence is taken to be 10 steps/min; the row in the middle is the runners' own.
        var change = 10 * (row - 1);
        var published = Published.VanHoorenByCadence.Value;
        var usual = Population.At(CadenceTrialSpeed).StepsPerMinute;
        var ratio = KneeLoadModel.RunningLoadPerKilometre(CadenceTrialSpeed, usual / (usual + change), 0, recordedForefoot: false)
            / KneeLoadModel.RunningLoadPerKilometre(CadenceTrialSpeed, 1, 0, recordedForefoot: false);
        return
        [
            change == 0 ? format.Say["Method.Calibration.Usual"] : (change > 0 ? "+" : "") + format.Number(change, 0),
            format.Number(published[row], 0),
            format.Number(published[row] / published[1], 3),
            format.Number(ratio, 3),
            format.Number(100 * ((ratio / (published[row] / published[1])) - 1), 1),
        ];
    }
}
