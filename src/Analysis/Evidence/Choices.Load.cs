using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Numbers that we chose, each once, with the reason.</summary>
public static partial class Choices
{
    /// <summary>Speed of one knee-kilometre. [m/s]</summary>
    public static Chosen<Speed> ReferenceSpeed { get; } = new(
        new(2.78), "10 km/h is a speed that both laboratories measured.");

    /// <summary>Power of speed in load per kilometre. [1]</summary>
    public static Chosen<double> SpeedExponent { get; } = new(
        -0.78,
        "Joint least-squares fit to 15 rows of Hagen 2023 and 9 of Van Hooren 2024, one free scale a study, gives -0.77; the mean of four "
            + "laboratories is -0.78. With it rms 3.2 %, worst 8.1 %.",
        Tissue.KneecapJoint);

    /// <summary>Power of relative step length in load per kilometre at the reference speed. [1]</summary>
    public static Chosen<double> StepLengthExponent { get; } = new(
        1.30, "The same joint fit; Van Hooren's two cadence rows, which show almost no effect, are left out and said to be.", Tissue.KneecapJoint);

    /// <summary>Change of that power with the logarithm of speed over the reference speed. [1]</summary>
    public static Chosen<double> StepLengthBySpeed { get; } = new(
        -1.10,
        "The same joint fit: Hagen 2023 reports that longer steps weigh more at low speed, and the term lowers the rms from 3.6 to 3.1 %. It gives "
            + "1.56 at 2.2 m/s and 0.78 at 4.4 m/s, where Hagen's rows alone give 1.50 and 0.72.",
        Tissue.KneecapJoint);

    /// <summary>First-order effect of gradient on the logarithm of load per kilometre. [1/degree]</summary>
    public static Chosen<double> GradientSlope { get; } = new(
        -0.0259, "The same joint fit, Van Hooren's rows at -6, -3, 3 and 6 degrees.", Tissue.KneecapJoint);

    /// <summary>Second-order effect of gradient on the logarithm of load per kilometre. [1/degree^2]</summary>
    public static Chosen<double> GradientCurve { get; } = new(
        0.00117,
        "Own fit of Van Hooren's four slopes to 787 on the level, not part of the joint fit, which gives 0.0003: uphill relieves less than downhill burdens.",
        Tissue.KneecapJoint);

    /// <summary>Power of speed in the peak load of a step. [1]</summary>
    public static Chosen<double> PeakSpeedExponent { get; } = new(
        0.50, "Peak load rises 9 to 36 % from 2.5 to 4.2 m/s (Doyle 2023): the square root of speed gives 30 %.", Tissue.KneecapJoint);

    /// <summary>Power of relative step length in the peak load of a step. [1]</summary>
    public static Chosen<double> PeakStepLengthExponent { get; } = new(
        1.83, "Between the peak changes at 10 % longer and shorter steps of Willson 2014 (+31, -22 %) and Lenhart 2014 (-14 %).", Tissue.KneecapJoint);

    /// <summary>Slowest speed that the studies measured. [m/s]</summary>
    public static Chosen<Speed> SlowestModelled { get; } = new(
        new(2.2), "8 km/h is Hagen's slowest; below it the formula would extrapolate.");

    /// <summary>Fastest speed that the studies measured. [m/s]</summary>
    public static Chosen<Speed> FastestModelled { get; } = new(
        new(5.0), "Van Hooren's fastest; above it the formula would extrapolate.");

    /// <summary>Steepest gradient that the studies measured, up or down. [degrees]</summary>
    public static Chosen<double> SteepestModelledDegrees { get; } = new(
        6, "Van Hooren's steepest; beyond it the formula would extrapolate.");

    /// <summary>Least relative step length that the formula is used at. [1]</summary>
    public static Chosen<double> ShortestRelativeStep { get; } = new(
        0.85, "The studies changed cadence by 10 %; a little beyond is allowed, wrong cadence readings are not.");

    /// <summary>Greatest relative step length that the formula is used at. [1]</summary>
    public static Chosen<double> LongestRelativeStep { get; } = new(
        1.15, "The studies changed cadence by 10 %; a little beyond is allowed, wrong cadence readings are not.");

    /// <summary>Load of walking one kilometre. [knee-km/km]</summary>
    public static Chosen<double> WalkingLoad { get; } = new(
        0.5,
        "Kneecap peak 0.9 against 5.2 body weights (Hart 2022), stance about 2.5 times as long, 1.35 times as many steps a kilometre, impulse shape "
            + "unknown: anything from 0.3 to 0.6 fits.",
        Tissue.KneecapJoint);

    /// <summary>Loads of walking one kilometre that fit: least, most. [knee-km/km]</summary>
    public static Chosen<(double Least, double Most)> WalkingLoadRange { get; } = new(
        (0.3, 0.6), "The same figures with a flat and with a pointed impulse.", Tissue.KneecapJoint);

    /// <summary>Cadence exponent as four laboratories give it: mean, standard deviation. [1]</summary>
    public static Chosen<(double Mean, double Deviation)> CadenceExponentSpread { get; } = new(
        (0.86, 0.45), "Hagen 1.14, Willson 1.04 and 1.05, Van Hooren 0.18.", Tissue.KneecapJoint);

    /// <summary>Speed that those exponents are taken to hold at. [m/s]</summary>
    public static Chosen<Speed> CadenceTrialsSpeed { get; } = new(
        new(3.33),
        "Hagen measured from 2.2 to 4.4, Willson at 3.7, Van Hooren at 3.33 m/s; at other speeds each is taken to fall with speed as the model's does.");

    /// <summary>Speed exponent as four laboratories give it: mean, standard deviation. [1]</summary>
    public static Chosen<(double Mean, double Deviation)> SpeedExponentSpread { get; } = new(
        (-0.78, 0.13), "Van Hooren -0.60, Hagen -0.88, Petersen -0.87, Doyle -0.68 to -0.79.", Tissue.KneecapJoint);

    /// <summary>Percentiles between which the interval of a load lies: lower, upper. [1]</summary>
    public static Chosen<(Fraction Lower, Fraction Upper)> LoadInterval { get; } = new((new(0.025), new(0.975)), "The 95 % that papers print.");

    /// <summary>Share by which load that was extrapolated may be off, up or down. [1]</summary>
    public static Chosen<Fraction> ExtrapolatedSpread { get; } = new(
        new(0.25), "About what 6 degrees of slope change; beyond the studies nobody knows, and the interval must show it.", Tissue.KneecapJoint);

    /// <summary>Width of a cell's speed. [m/s]</summary>
    public static Chosen<Speed> CellSpeed { get; } = new(new(0.1), "Load per kilometre changes by under 3 % within it.");

    /// <summary>Width of a cell's cadence. [steps/min]</summary>
    public static Chosen<Cadence> CellCadence { get; } = new(new(2), "One stride a minute, the resolution of most watches.");

    /// <summary>Width of a cell's gradient. [degrees]</summary>
    public static Chosen<double> CellGradientDegrees { get; } = new(1, "About the error of a gradient over 60 m of barometric altitude.");

    /// <summary>Parts of a metre, second or step that cells are kept in. [1]</summary>
    public static Chosen<int> CellResolution { get; } = new(
        1024, "A power of two: sums of cells are exact, so no order of runs changes a byte.");

    /// <summary>Time before a run that its baseline is taken from.</summary>
    public static Chosen<Duration> BaselineWindow { get; } = new(
        Duration.FromDays(90), "Long enough for 3 h of level running of most, short enough to follow a lasting change.");

    /// <summary>Level running that an own cadence line needs.</summary>
    public static Chosen<Duration> LeastBaseline { get; } = new(
        Duration.FromHours(3), "About five runs; with less a single odd run would move the line.");

    /// <summary>Level running that a speed bin needs to take part in the own line.</summary>
    public static Chosen<Duration> LeastSpeedBin { get; } = new(
        Duration.FromMinutes(5), "A median of less is one interval or one traffic light, and every bin has the same say in the line.");

    /// <summary>Span of speeds that an own slope needs. [m/s]</summary>
    public static Chosen<Speed> LeastSpeedSpan { get; } = new(
        new(0.8), "Over less, scatter of the medians outweighs the slope.");

    /// <summary>Population cadence at standstill, by extrapolation. [steps/min]</summary>
    public static Chosen<Cadence> PopulationIntercept { get; } = new(
        new(129.2), "Least squares over 15 published group means; the cadence of least energy is left out.");

    /// <summary>Rise of population cadence with speed. [steps/min per m/s]</summary>
    public static Chosen<double> PopulationSlope { get; } = new(
        11.9, "The same fit; spread of the means about the line 6.2 steps/min.");

    /// <summary>Level running with cadence that a cadence at own pace needs.</summary>
    public static Chosen<Duration> LeastOwnPace { get; } = new(
        Duration.FromMinutes(5), "Below it a hill or a light decides the mean.");

    /// <summary>Width of a speed band of cadence. [m/s]</summary>
    public static Chosen<Speed> BandSpeed { get; } = new(
        new(0.5), "Usual cadence rises by about 6 steps/min over it, as much as runners differ.");

    /// <summary>Gradient up to which ground counts as level in a table of cadence. [degrees]</summary>
    public static Chosen<double> LevelBandDegrees { get; } = new(
        1, "About 2 %, where cadence begins to change and downhill metres begin to count.");

    /// <summary>Time that a band of cadence needs to be shown.</summary>
    public static Chosen<Duration> LeastBand { get; } = new(
        Duration.FromSeconds(30), "Less is a turn or a surge.");
}
