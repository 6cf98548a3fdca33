using System.Collections.Immutable;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Numbers from papers, each once, with its source, the place it stands at and how it was read.</summary>
public static partial class Published
{
    /// <summary>Kneecap stress impulse by speed at three step rates.</summary>
    public static Cited<ImmutableArray<StressImpulse>> HagenStressImpulse { get; } = new(
        [
            Hagen(8, 0.9, 624.47), Hagen(10, 0.9, 528.12), Hagen(12, 0.9, 466.03), Hagen(14, 0.9, 388.01), Hagen(16, 0.9, 325.91),
            Hagen(8, 1.0, 563.11), Hagen(10, 1.0, 470.14), Hagen(12, 1.0, 411.02), Hagen(14, 1.0, 361.11), Hagen(16, 1.0, 305.97),
            Hagen(8, 1.1, 461.71), Hagen(10, 1.1, 406.25), Hagen(12, 1.1, 366.64), Hagen(14, 1.1, 318.87), Hagen(16, 1.1, 281.82),
        ],
        Sources.Hagen2023, "table of stress-time integral per km; direction confirmed in the abstract", Reading.SecondSource, Certainty.B);

    /// <summary>Kneecap stress impulse as lines over speed, as that study fits them.</summary>
    public static Cited<ImmutableArray<StressImpulseLine>> HagenLines { get; } = new(
        [new(0.9, -36.86, 908.84), new(1.0, -31.17, 796.25), new(1.1, -22.36, 635.35)],
        Sources.Hagen2023, "regression of stress-time integral per km on speed", Reading.SecondSource, Certainty.B);

    /// <summary>Cumulative kneecap stress by speed and by gradient.</summary>
    public static Cited<ImmutableArray<StressImpulse>> VanHoorenStressImpulse { get; } = new(
        [
            new(new(2.78), 0, 1, 787), new(new(3.00), 0, 1, 742), new(new(3.33), 0, 1, 697), new(new(4.00), 0, 1, 628), new(new(5.00), 0, 1, 552),
            new(new(2.78), -6, 1, 962), new(new(2.78), -3, 1, 850), new(new(2.78), 3, 1, 733), new(new(2.78), 6, 1, 703),
        ],
        Sources.VanHooren2024, "Table 2; whole numbers recovered from printed ratios", Reading.SecondSource, Certainty.B);

    /// <summary>Runners whose kneecap stress was computed up and down a gradient. [1]</summary>
    public static Cited<int> GradientRunners { get; } = new(19, Sources.VanHooren2024, "methods", Reading.SecondSource, Certainty.B);

    /// <summary>
    /// Cumulative kneecap stress at 3.33 m/s with 10 steps/min less, as usual and 10 more. This laboratory found almost no effect
    /// of cadence; the rows stand apart from the fit, and the method page says so. [MPa*s/km]
    /// </summary>
    public static Cited<ImmutableArray<double>> VanHoorenByCadence { get; } = new(
        [694, 697, 679],
        Sources.VanHooren2024, "Table 2; the step of cadence is inferred as 10 steps/min", Reading.SecondSource, Certainty.C);

    /// <summary>Knee load of walking a metre over running a metre: 0.75 over 0.80 body weights per metre. [1]</summary>
    public static Cited<double> WalkingLoadPerDistance { get; } = new(
        0.94, Sources.Miller2014, "Abstract, per-unit-distance load, difference not significant (P = 0.098)", Reading.Abstract, Certainty.B);

    /// <summary>Kneecap load per kilometre on the forefoot over the heel: 12 to 13 % less. [1]</summary>
    public static Cited<double> ForefootLoadPerDistance { get; } = new(
        0.875, Sources.Willson2015, "Abstract, load per km on the forefoot", Reading.Abstract, Certainty.B);

    /// <summary>Measured peak vertical force over the sine-wave model's, mean of 87 trials. [1]</summary>
    public static Cited<double> VerticalForceScale { get; } = new(
        1.10, Sources.Alcantara2021, "computed from the public rows: 1.103 with a spread of 0.045", Reading.Data, Certainty.B);

    /// <summary>Trials that the scale of that force was taken from.</summary>
    public static Cited<int> VerticalForceTrials { get; } = new(
        87, Sources.Alcantara2021, "public rows: 37 runners at three speeds, some missing", Reading.Data, Certainty.B);

    /// <summary>Mean absolute error of that force over the trials, each runner left out in turn. [1]</summary>
    public static Cited<Fraction> VerticalForceError { get; } = new(
        new(0.034), Sources.Alcantara2021, "computed from the public rows; root mean square 4.2 %", Reading.Data, Certainty.B);

    private static StressImpulse Hagen(double kilometresPerHour, double cadenceRatio, double impulse) =>
        new(new Speed(kilometresPerHour / 3.6), 0, cadenceRatio, impulse);
}
