using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>Test vectors of the load formula, and a made run whose knee-kilometres follow by hand.</summary>
internal static class LoadExamples
{
    private static readonly (string Name, double Speed, double Step, double Gradient, bool Forefoot)[] Vectors =
    [
        ("Reference", 2.78, 1, 0, false),
        ("Slowest", 2.2, 1, 0, false),
        ("Faster", 3.5, 1, 0, false),
        ("Fastest", 5, 1, 0, false),
        ("Shorter", 3, 0.95, 0, false),
        ("Longer", 3, 1.05, 0, false),
        ("Downhill", 2.78, 1, -3, false),
        ("SteepDown", 2.78, 1, -6, false),
        ("SteepUp", 2.78, 1, 6, false),
        ("Forefoot", 2.78, 1, 0, true),
        ("All", 3.2, 1.02, -2, false),
    ];

    private static readonly LoadCell[] Run =
    [
        Cell(Gait.Run, kilometres: 2, speed: 2.6, cadence: 160, gradient: 0),
        Cell(Gait.Run, kilometres: 5, speed: 3, cadence: 168, gradient: 0),
        Cell(Gait.Run, kilometres: 1.5, speed: 2.5, cadence: 158, gradient: 3),
        Cell(Gait.Run, kilometres: 1.5, speed: 3.3, cadence: 166, gradient: -4),
        Cell(Gait.Walk, kilometres: 0.5, speed: 1.4, cadence: 110, gradient: 0),
    ];

    /// <summary>The run of the example.</summary>
    internal static CellTable Cells { get; } = new([.. Run]);

    /// <summary>The test vectors.</summary>
    public static MethodTable TestVectors(RunnerFormat format) => new(
        format.Say["Method.LoadByHand.Vectors"],
        [format.Say["Method.LoadByHand.Condition"], "v, m/s", "q", "d, °", "F", format.Say["Method.LoadByHand.Load"], "p"],
        [.. Vectors.Select(vector => Vector(vector, format))]);

    /// <summary>The run cell by cell, and its sum.</summary>
    public static MethodTable RunByCell(RunnerFormat format) => new(
        format.Say["Method.LoadByHand.Cells"],
        [
            format.Say["Method.LoadByHand.Cell"], "km", "v, m/s", "c, " + format.Say["Units.StepsPerMinute"], "c0(v)", "q", "d, °", "k",
            format.KneeLoadUnit,
        ],
        [.. Run.Select(cell => Row(cell, format)), Total(format)]);

    private static IReadOnlyList<MethodCell> Vector((string Name, double Speed, double Step, double Gradient, bool Forefoot) at, RunnerFormat format) =>
    [
        format.Say["Method.LoadByHand.Vector." + at.Name],
        ConstantFormat.Number(at.Speed, format),
        ConstantFormat.Number(at.Step, format),
        ConstantFormat.Number(at.Gradient, format),
        ConstantFormat.Number(at.Forefoot ? Published.ForefootLoadPerDistance.Value : 1, format),
        format.Number(KneeLoadModel.RunningLoadPerKilometre(new(at.Speed), at.Step, at.Gradient, at.Forefoot), 4),
        format.Number(KneeLoadModel.PeakOfStep(new(at.Speed), at.Step), 4),
    ];

    private static IReadOnlyList<MethodCell> Row(LoadCell cell, RunnerFormat format)
    {
        var usual = CalibrationTables.Population;
        var load = KneeLoadModel.LoadPerKilometre(cell, usual);
        var walks = cell.Gait is Gait.Walk;
        return
        [
            format.Say[walks ? "Method.LoadByHand.Cell.Walk" : "Method.LoadByHand.Cell.Run"],
            format.Number(cell.Metres / 1000, 1),
            format.Number(cell.Speed.MetresPerSecond, 1),
            cell.Cadence is { } cadence ? format.Number(cadence.StepsPerMinute, 0) : "",
            walks ? "" : format.Number(usual.At(cell.Speed).StepsPerMinute, 2),
            walks ? "" : format.Number(cell.RelativeStepLength(usual), 4),
            format.Number(CellBins.GradientDegrees(cell.GradientBin), 0),
            format.Number(load, 4),
            format.Number(load * cell.Metres / 1000, 3),
        ];
    }

    private static IReadOnlyList<MethodCell> Total(RunnerFormat format) =>
    [
        format.Say["Method.LoadByHand.Total"],
        format.Number(Run.Sum(cell => cell.Metres) / 1000, 1),
        "", "", "", "", "", "",
        format.Number(KneeLoadModel.LoadOf(Cells, CalibrationTables.Population).Value, 3),
    ];

    private static LoadCell Cell(Gait gait, double kilometres, double speed, double cadence, int gradient)
    {
        var seconds = 1000 * kilometres / speed;
        return new(
            gait, RecordedForefoot: false, CellBins.OfSpeed(new Speed(speed)), CellBins.OfCadence(new Cadence(cadence)), gradient,
            1000 * kilometres, seconds, cadence * seconds / 60);
    }
}
