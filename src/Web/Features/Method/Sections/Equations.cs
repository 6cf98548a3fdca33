using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Blocks;
using static KneeLoad.Web.Features.Method.Blocks.MathTerm;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The formulas of the model, with the numbers that the model computes with.</summary>
internal static class Equations
{
    private static readonly MathTerm V = Symbol("v");
    private static readonly MathTerm Q = Symbol("q");
    private static readonly MathTerm D = Symbol("d");

    /// <summary>Load of one kilometre.</summary>
    public static Equation LoadPerKilometre { get; } = new(
        Symbol("k"),
        (V / Reference).Power(Choices.SpeedExponent.Value)
            * Q.Power(Number(Choices.StepLengthExponent.Value) - (Number(-Choices.StepLengthBySpeed.Value) * Ln(V / Reference)))
            * E((Number(Choices.GradientSlope.Value) * D) + (Number(Choices.GradientCurve.Value) * D.Squared)) * Symbol("F"));

    /// <summary>Step length over the usual.</summary>
    public static Equation RelativeStepLength { get; } = new(Q, Function("c", "0", "v") / Symbol("c"));

    /// <summary>The population's usual cadence.</summary>
    public static Equation UsualCadence { get; } = new(
        Function("c", "0", "v"),
        Number(Choices.PopulationIntercept.Value.StepsPerMinute) + (Number(Choices.PopulationSlope.Value) * V));

    /// <summary>Load of a whole run.</summary>
    public static Equation LoadOfRun { get; } = new(
        Symbol("K"),
        (Symbol("k", "1") * Symbol("m", "1")) + (Symbol("k", "2") * Symbol("m", "2")) + Dots);

    /// <summary>Peak load of a step.</summary>
    public static Equation PeakOfStep { get; } = new(
        Symbol("p"),
        (V / Reference).Power(Choices.PeakSpeedExponent.Value) * Q.Power(Choices.PeakStepLengthExponent.Value));

    /// <summary>Peak vertical force.</summary>
    public static Equation VerticalForce { get; } = new(
        Symbol("F", "max"),
        Number(Published.VerticalForceScale.Value) * (Pi / (Number(2) * Symbol("s") * Symbol("t", "c"))));

    /// <summary>Ratio of a session to its base.</summary>
    public static Equation SpikeRatio { get; } = new(Symbol("r"), Symbol("session") / Symbol("base"));

    /// <summary>The part of a session's points that is left.</summary>
    public static Equation Held { get; } = new(
        Symbol("held"),
        Symbol("points") * ((Number(Choices.FadeDays.Value) - Symbol("age")) / Number(Choices.FadeDays.Value - Choices.HoldDays.Value)));

    /// <summary>Growth of the seven days on the largest block of the four before.</summary>
    public static Equation Growth { get; } = new(Symbol("growth"), (Symbol("A") / Symbol("most")) - Number(1));

    /// <summary>Points of hard ground, between the share that they begin at and all of it.</summary>
    public static Equation HardGround { get; } = new(
        Symbol("points"),
        Number(Choices.MostHardSurfacePoints.Value)
            * ((Symbol("h") - Number(Choices.HardShareFrom.Value.Value)) / Number(1 - Choices.HardShareFrom.Value.Value)));

    /// <summary>The furthest run that is no jump.</summary>
    public static Equation Ceiling { get; } = new(Symbol("ceiling"), Number(Published.SpikeFrom.Value) * Symbol("base"));

    private static MathTerm Reference => Number(Choices.ReferenceSpeed.Value.MetresPerSecond);
}
