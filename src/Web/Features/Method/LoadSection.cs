using KneeLoad.Analysis.Evidence;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>The load of a run.</summary>
internal static class LoadSection
{
    public static MethodSection Make() => new(
        "load",
        "The load of a run",
        [
            new MethodBlock.Paragraph(Invariant(
                $"One knee-kilometre is the load on the kneecap of one kilometre on level ground at {Choices.ReferenceSpeed.Value.MetresPerSecond} m/s ({Choices.ReferenceSpeed.Value.KilometresPerHour:0} km/h) at your usual cadence. A run is cut into cells of gait, speed, cadence and gradient; each cell has its load per kilometre.")),
            new MethodBlock.Formula(
                Equations.LoadPerKilometre,
                Invariant($"k: knee-km per km. v: speed in m/s, held within {Choices.SlowestModelled.Value.MetresPerSecond} and {Choices.FastestModelled.Value.MetresPerSecond}. q: step length over your usual, held within {Choices.ShortestRelativeStep.Value} and {Choices.LongestRelativeStep.Value}; 1 where cadence was not measured. d: gradient in degrees, downhill negative, held within −{Choices.SteepestModelledDegrees.Value} and {Choices.SteepestModelledDegrees.Value}; 0 where not measured. F: {Published.ForefootLoadPerDistance.Value} where a sensor recorded a forefoot landing, else 1. Seconds outside of these borders are counted and said to be extrapolated. Walking counts {Published.WalkingLoadPerDistance.Value} at any speed and gradient.")),
            new MethodBlock.Formula(
                Equations.RelativeStepLength,
                "c: cadence in steps per minute of both feet. c0(v): your usual cadence at that speed."),
            new MethodBlock.Formula(
                Equations.UsualCadence,
                Invariant($"The line of published groups of runners. It is yours instead, a robust line through the medians of your speeds, once the {Choices.BaselineWindow.Value.TotalDays} days before a run hold {Choices.LeastBaseline.Value.TotalHours} h of level running; its slope stays {Choices.PopulationSlope.Value} unless they span {Choices.LeastSpeedSpan.Value.MetresPerSecond} m/s.")),
            new MethodBlock.Formula(
                Equations.LoadOfRun,
                "K: knee-km of the run. m: kilometres of each cell."),
            new MethodBlock.Paragraph(
                "Load per kilometre falls with speed, rises with longer steps and rises downhill. The peak load of a single step rises with speed: neither slow nor fast is harmless, so both are shown."),
            new MethodBlock.Formula(
                Equations.PeakOfStep,
                Invariant($"p: peak load of a step, 1 at {Choices.ReferenceSpeed.Value.MetresPerSecond} m/s and usual cadence, mean over running steps. No term for gradient is known.")),
            new MethodBlock.Formula(
                Equations.VerticalForce,
                Invariant($"Peak vertical force in body weights, only where the file has contact time tc in s; s: steps per second. Against {Published.VerticalForceTrials.Value} public trials, each runner left out in turn, the mean error is {Published.VerticalForceError.Value.Percent:0.0} %. It is never a force in the knee.")),
        ]);
}
