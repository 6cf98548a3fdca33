using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>The load formula beside the published tables.</summary>
internal static class CalibrationTables
{
    private static readonly Speed CadenceTrialSpeed = new(3.33);

    /// <summary>The population's usual cadence.</summary>
    internal static CadenceLine Population { get; } = new(
        Choices.PopulationIntercept.Value.StepsPerMinute, Choices.PopulationSlope.Value, IsOwn: false);

    /// <summary>The rows of the fit, each beside what the model gives for it.</summary>
    public static MethodTable Fit(RunnerFormat format) => new(
        format.Say["Method.Calibration.Table"],
        [
            format.Say["Method.Calibration.Study"], format.Say["Method.Calibration.Speed"], format.Say["Method.Calibration.Gradient"],
            format.Say["Method.Calibration.Cadence"], format.Say["Method.Calibration.Published"], format.Say["Method.Calibration.Model"],
            format.Say["Method.Calibration.FreeScale"], format.Say["Method.Calibration.OneReference"],
        ],
        [.. Calibration.FreeScale.Rows.Zip(Calibration.SingleReference.Rows, (free, reference) => Row(free, reference, format))]);

    /// <summary>The rows of one laboratory that stand apart from the fit.</summary>
    public static MethodTable LeftOut(RunnerFormat format) => new(
        format.Say[
            "Method.Calibration.CadenceTable",
            ("study", Published.VanHoorenByCadence.Source.Citation),
            ("speed", ConstantFormat.Number(CadenceTrialSpeed.MetresPerSecond, format))],
        [
            format.Say["Method.Calibration.Steps"], format.Say["Method.Calibration.Impulse"], format.Say["Method.Calibration.PublishedRatio"],
            format.Say["Method.Calibration.ModelRatio"], format.Say["Method.Calibration.Deviation"],
        ],
        [.. Enumerable.Range(0, Published.VanHoorenByCadence.Value.Length).Select(row => CadenceRow(row, format))]);

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
