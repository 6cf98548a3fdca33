using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>Test vectors of the load formula, and a made run whose knee-kilometres follow by hand.</summary>
internal static class LoadExampleSection
{
    private static readonly (string Name, double Speed, double Step, double Gradient, bool Forefoot)[] Vectors =
    [
        ("the reference", 2.78, 1, 0, false),
        ("slowest that was measured", 2.2, 1, 0, false),
        ("faster", 3.5, 1, 0, false),
        ("fastest that was measured", 5, 1, 0, false),
        ("shorter steps", 3, 0.95, 0, false),
        ("longer steps", 3, 1.05, 0, false),
        ("downhill", 2.78, 1, -3, false),
        ("steepest downhill that was measured", 2.78, 1, -6, false),
        ("steepest uphill that was measured", 2.78, 1, 6, false),
        ("forefoot, recorded", 2.78, 1, 0, true),
        ("all at once", 3.2, 1.02, -2, false),
    ];

    private static readonly LoadCell[] Run =
    [
        Cell(Gait.Run, kilometres: 2, speed: 2.6, cadence: 160, gradient: 0),
        Cell(Gait.Run, kilometres: 5, speed: 3, cadence: 168, gradient: 0),
        Cell(Gait.Run, kilometres: 1.5, speed: 2.5, cadence: 158, gradient: 3),
        Cell(Gait.Run, kilometres: 1.5, speed: 3.3, cadence: 166, gradient: -4),
        Cell(Gait.Walk, kilometres: 0.5, speed: 1.4, cadence: 110, gradient: 0),
    ];

    public static MethodSection Make() => new(
        "load-by-hand",
        "The load by hand",
        [
            new MethodBlock.Paragraph("Computed by the code that computes your runs. A pocket calculator and the formulas above give the same."),
            new MethodBlock.Table(
                "Test vectors of k and p",
                ["Condition", "v, m/s", "q", "d, °", "F", "k, knee-km per km", "p"],
                [.. Vectors.Select(Vector)]),
            new MethodBlock.Heading("A made run"),
            new MethodBlock.Paragraph("A runner without a baseline, so that usual cadence is the published line. The last column is kilometres times k; its sum is what the run did."),
            new MethodBlock.Table(
                "The cells of the run",
                ["Cell", "km", "v, m/s", "c, steps/min", "c0(v)", "q", "d, °", "k", "knee-km"],
                [.. Run.Select(Row), Total()]),
        ]);

    /// <summary>The run of the example.</summary>
    internal static CellTable Cells { get; } = new([.. Run]);

    private static IReadOnlyList<MethodCell> Vector((string Name, double Speed, double Step, double Gradient, bool Forefoot) at) =>
    [
        at.Name,
        Invariant($"{at.Speed}"),
        Invariant($"{at.Step}"),
        Invariant($"{at.Gradient}"),
        Invariant($"{(at.Forefoot ? Published.ForefootLoadPerDistance.Value : 1)}"),
        Invariant($"{KneeLoadModel.RunningLoadPerKilometre(new(at.Speed), at.Step, at.Gradient, at.Forefoot):0.0000}"),
        Invariant($"{KneeLoadModel.PeakOfStep(new(at.Speed), at.Step):0.0000}"),
    ];

    private static IReadOnlyList<MethodCell> Row(LoadCell cell)
    {
        var usual = CalibrationSection.Population;
        var load = KneeLoadModel.LoadPerKilometre(cell, usual);
        var walks = cell.Gait is Gait.Walk;
        return
        [
            walks ? "walk" : "run",
            Invariant($"{cell.Metres / 1000:0.0}"),
            Invariant($"{cell.Speed.MetresPerSecond:0.0}"),
            Invariant($"{cell.Cadence?.StepsPerMinute:0}"),
            walks ? "" : Invariant($"{usual.At(cell.Speed).StepsPerMinute:0.00}"),
            walks ? "" : Invariant($"{cell.RelativeStepLength(usual):0.0000}"),
            Invariant($"{CellBins.GradientDegrees(cell.GradientBin)}"),
            Invariant($"{load:0.0000}"),
            Invariant($"{load * cell.Metres / 1000:0.000}"),
        ];
    }

    private static IReadOnlyList<MethodCell> Total() =>
    [
        "the run",
        Invariant($"{Run.Sum(cell => cell.Metres) / 1000:0.0}"),
        "", "", "", "", "", "",
        Invariant($"{KneeLoadModel.LoadOf(Cells, CalibrationSection.Population).Value:0.000}"),
    ];

    private static LoadCell Cell(Gait gait, double kilometres, double speed, double cadence, int gradient)
    {
        var seconds = 1000 * kilometres / speed;
        return new(
            gait, RecordedForefoot: false, CellBins.OfSpeed(new Speed(speed)), CellBins.OfCadence(new Cadence(cadence)), gradient,
            1000 * kilometres, seconds, cadence * seconds / 60);
    }
}
