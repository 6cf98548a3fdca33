using System.Collections.Immutable;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Numbers from papers, each once, with its source, the place it stands at, how it was read, its tissue and its outcome.</summary>
public static partial class Published
{
    /// <summary>Kneecap stress impulse by speed at three step rates.</summary>
    public static Cited<ImmutableArray<StressImpulse>> HagenStressImpulse { get; } = new(
        [
            Hagen(8, 0.9, 624.47), Hagen(10, 0.9, 528.12), Hagen(12, 0.9, 466.03), Hagen(14, 0.9, 388.01), Hagen(16, 0.9, 325.91),
            Hagen(8, 1.0, 563.11), Hagen(10, 1.0, 470.14), Hagen(12, 1.0, 411.02), Hagen(14, 1.0, 361.11), Hagen(16, 1.0, 305.97),
            Hagen(8, 1.1, 461.71), Hagen(10, 1.1, 406.25), Hagen(12, 1.1, 366.64), Hagen(14, 1.1, 318.87), Hagen(16, 1.1, 281.82),
        ],
        Sources.Hagen2023, "table of stress-time integral per km; direction confirmed in the abstract", Reading.SecondSource, Certainty.B,
        Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Kneecap stress impulse as lines over speed, as that study fits them.</summary>
    public static Cited<ImmutableArray<StressImpulseLine>> HagenLines { get; } = new(
        [new(0.9, -36.86, 908.84), new(1.0, -31.17, 796.25), new(1.1, -22.36, 635.35)],
        Sources.Hagen2023, "regression of stress-time integral per km on speed", Reading.SecondSource, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Cumulative kneecap stress by speed and by gradient.</summary>
    public static Cited<ImmutableArray<StressImpulse>> VanHoorenStressImpulse { get; } = new(
        [
            new(new(2.78), 0, 1, 787), new(new(3.00), 0, 1, 742), new(new(3.33), 0, 1, 697), new(new(4.00), 0, 1, 628), new(new(5.00), 0, 1, 552),
            new(new(2.78), -6, 1, 962), new(new(2.78), -3, 1, 850), new(new(2.78), 3, 1, 733), new(new(2.78), 6, 1, 703),
        ],
        Sources.VanHooren2024, "Table 2; whole numbers recovered from printed ratios", Reading.SecondSource, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Runners whose kneecap stress was computed up and down a gradient. [1]</summary>
    public static Cited<int> GradientRunners { get; } = new(
        19, Sources.VanHooren2024, "methods", Reading.SecondSource, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>
    /// Cumulative kneecap stress at 3.33 m/s with 10 steps/min less, as usual and 10 more. This laboratory found almost no effect
    /// of cadence; the rows stand apart from the fit, and the method page says so. [MPa*s/km]
    /// </summary>
    public static Cited<ImmutableArray<double>> VanHoorenByCadence { get; } = new(
        [694, 697, 679],
        Sources.VanHooren2024,
        "Table 2; the step of cadence is inferred as 10 steps/min",
        Reading.SecondSource,
        Certainty.C,
        Tissue.KneecapJoint,
        Outcome.Load);

    /// <summary>Change of kneecap stress in a mile with steps 10 % longer and 10 % shorter at 3.7 m/s. [1]</summary>
    public static Cited<(Fraction Longer, Fraction Shorter)> StepLengthLoad { get; } = new(
        (new(0.14), new(-0.075)), Sources.Willson2014, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Change of kneecap stress in a step with steps 10 % longer and 10 % shorter at 3.7 m/s. [1]</summary>
    public static Cited<(Fraction Longer, Fraction Shorter)> StepLengthPeak { get; } = new(
        (new(0.31), new(-0.222)), Sources.Willson2014, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Change of kneecap stress in a kilometre with steps 10 % shorter, least and most. [1]</summary>
    public static Cited<(Fraction Least, Fraction Most)> ShorterStepsLoad { get; } = new(
        (new(-0.09), new(-0.12)), Sources.Willson2015, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Knee load of a kilometre at 8.02 over that at 15.78 km/h. [1]</summary>
    public static Cited<double> SlowOverFastLoad { get; } = new(
        1.80, Sources.Petersen2015, "Abstract, cumulative load per 1,000 m", Reading.Abstract, Certainty.B, Tissue.Knee, Outcome.Load);

    /// <summary>Change of kneecap load in a kilometre from 2.5 to 3.1 and from 2.5 to 4.2 m/s. [1]</summary>
    public static Cited<(Fraction ToMiddle, Fraction ToFast)> FasterRunningLoad { get; } = new(
        (new(-0.137), new(-0.336)), Sources.Doyle2023, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Change of the peak kneecap load of a step from 2.5 to faster speeds of up to 4.2 m/s, least and most. [1]</summary>
    public static Cited<(Fraction Least, Fraction Most)> FasterRunningPeak { get; } = new(
        (new(0.093), new(0.356)), Sources.Doyle2023, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Peak kneecap force of a step, walking and running. [body weights]</summary>
    public static Cited<(double Walking, double Running)> KneecapForce { get; } = new(
        (0.9, 5.2), Sources.Hart2022, "Abstract, weighted means of healthy people", Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>
    /// Load between thigh bone and shin bone of walking a metre over running a metre: 0.75 over 0.80 body weights per metre. No kneecap number, so no
    /// part of a formula. [1]
    /// </summary>
    public static Cited<double> WalkingLoadPerDistance { get; } = new(
        0.94,
        Sources.Miller2014,
        "Abstract, per-unit-distance load, difference not significant (P = 0.098)",
        Reading.Abstract,
        Certainty.B,
        Tissue.TibiofemoralJoint,
        Outcome.Load);

    /// <summary>Kneecap load per kilometre on the forefoot over the heel: 12 to 13 % less. [1]</summary>
    public static Cited<double> ForefootLoadPerDistance { get; } = new(
        0.875, Sources.Willson2015, "Abstract, load per km on the forefoot", Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Change of step rate at which peak kneecap force was measured. [1]</summary>
    public static Cited<Fraction> FasterSteps { get; } = new(
        new(0.10), Sources.Lenhart2014, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Peak kneecap force at a step rate 10 % faster, relative change. [1]</summary>
    public static Cited<Fraction> KneecapForceAtFasterSteps { get; } = new(
        new(-0.14), Sources.Lenhart2014, AbstractResults, Reading.Abstract, Certainty.B, Tissue.KneecapJoint, Outcome.Load);

    /// <summary>Measured peak vertical force over the sine-wave model's, mean of 87 trials. [1]</summary>
    public static Cited<double> VerticalForceScale { get; } = new(
        1.10, Sources.Alcantara2021, "computed from the public rows: 1.103 with a spread of 0.045", Reading.Data, Certainty.B, Tissue.WholeLeg, Outcome.Load);

    /// <summary>Trials that the scale of that force was taken from.</summary>
    public static Cited<int> VerticalForceTrials { get; } = new(
        87, Sources.Alcantara2021, "public rows: 37 runners at three speeds, some missing", Reading.Data, Certainty.B, Tissue.WholeLeg, Outcome.Load);

    /// <summary>Mean absolute error of that force over the trials, each runner left out in turn. [1]</summary>
    public static Cited<Fraction> VerticalForceError { get; } = new(
        new(0.034), Sources.Alcantara2021, "computed from the public rows; root mean square 4.2 %", Reading.Data, Certainty.B, Tissue.WholeLeg, Outcome.Load);

    private static StressImpulse Hagen(double kilometresPerHour, double cadenceRatio, double impulse) =>
        new(new Speed(kilometresPerHour / 3.6), 0, cadenceRatio, impulse);
}
