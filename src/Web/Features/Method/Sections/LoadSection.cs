using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The load of a run.</summary>
internal static class LoadSection
{
    private const double MiddleShare = 0.95;

    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        var (cadence, speed) = (Choices.CadenceExponentSpread.Value, Choices.SpeedExponentSpread.Value);
        string N(double number) => ConstantFormat.Number(number, format);
        return new(
            "load",
            say["Method.Load.Title"],
            [
                new MethodBlock.Paragraph(say["Method.Load.Intro", ("speed", N(Choices.ReferenceSpeed.Value.MetresPerSecond))]),
                new MethodBlock.Formula(Equations.LoadPerKilometre, say[
                    "Method.Load.PerKilometre",
                    ("slowest", N(Choices.SlowestModelled.Value.MetresPerSecond)),
                    ("fastest", N(Choices.FastestModelled.Value.MetresPerSecond)),
                    ("shortest", N(Choices.ShortestRelativeStep.Value)),
                    ("longest", N(Choices.LongestRelativeStep.Value)),
                    ("steepest", N(Choices.SteepestModelledDegrees.Value)),
                    ("forefoot", N(Published.ForefootLoadPerDistance.Value)),
                    ("walking", N(Choices.WalkingLoad.Value))]),
                new MethodBlock.Formula(
                    Equations.RelativeStepLength,
                    say["Method.Load.RelativeStep", ("believed", N(Choices.BelievedCadence.Value.From.StepsPerMinute))]),
                new MethodBlock.Formula(Equations.UsualCadence, say[
                    "Method.Load.UsualCadence",
                    ("days", N(Choices.BaselineWindow.Value.TotalDays)),
                    ("hours", N(Choices.LeastBaseline.Value.TotalHours)),
                    ("slope", N(Choices.PopulationSlope.Value)),
                    ("span", N(Choices.LeastSpeedSpan.Value.MetresPerSecond))]),
                new MethodBlock.Formula(Equations.LoadOfRun, say["Method.Load.OfRun"]),
                new MethodBlock.Paragraph(say["Method.Load.FallsAndRises"]),
                new MethodBlock.Paragraph(say[
                    "Method.Load.WalkToRun",
                    ("walkSpeed", N(Choices.WalkToRunSpeed.Value.Walk.MetresPerSecond)),
                    ("runSpeed", N(Choices.WalkToRunSpeed.Value.Run.MetresPerSecond)),
                    ("walkCadence", N(Choices.WalkToRunCadence.Value.Walk.StepsPerMinute)),
                    ("runCadence", N(Choices.WalkToRunCadence.Value.Run.StepsPerMinute))]),
                new MethodBlock.Paragraph(say[
                    "Method.Load.Interval",
                    ("share", format.Share(new Fraction(MiddleShare))),
                    ("cadence", N(cadence.Mean)),
                    ("cadenceSpread", N(cadence.Deviation)),
                    ("trialsSpeed", N(Choices.CadenceTrialsSpeed.Value.MetresPerSecond)),
                    ("speed", N(speed.Mean)),
                    ("speedSpread", N(speed.Deviation)),
                    ("least", N(Choices.WalkingLoadRange.Value.Least)),
                    ("most", N(Choices.WalkingLoadRange.Value.Most)),
                    ("extrapolated", format.Share(Choices.ExtrapolatedSpread.Value))]),
                new MethodBlock.Formula(Equations.PeakOfStep, say["Method.Load.Peak", ("speed", N(Choices.ReferenceSpeed.Value.MetresPerSecond))]),
                new MethodBlock.Formula(Equations.VerticalForce, say[
                    "Method.Load.Force",
                    ("trials", N(Published.VerticalForceTrials.Value)),
                    ("error", format.Value(Published.VerticalForceError.Value.Percent, 1, "Units.Percent"))]),
            ]);
    }
}
