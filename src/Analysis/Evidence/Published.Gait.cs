using System.Collections.Immutable;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Mean cadence of a group of runners at one speed.</summary>
/// <param name="Speed">The speed. [m/s]</param>
/// <param name="Cadence">The mean. [steps/min]</param>
public readonly record struct CadenceMean(Speed Speed, Cadence Cadence);

/// <summary>Published ways of running: cadence, foot strike, duty factor.</summary>
public static partial class Published
{
    /// <summary>Mean cadence of novices, twice the strides per minute.</summary>
    public static Cited<ImmutableArray<CadenceMean>> VanOeverenCadence { get; } = new(
        [Mean(2.4, 154), Mean(2.6, 158), Mean(2.9, 160)], Sources.VanOeveren2017, "Abstract", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Mean cadence of ten runners at four speeds.</summary>
    public static Cited<ImmutableArray<CadenceMean>> HamnerCadence { get; } = new(
        [Mean(2.0, 159.57), Mean(3.0, 167.83), Mean(4.0, 178.57), Mean(5.0, 193.86)],
        Sources.HamnerDelp2013, "table of step rate by speed", Reading.SecondSource, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Mean cadence of eleven men at three speeds.</summary>
    public static Cited<ImmutableArray<CadenceMean>> WillerCadence { get; } = new(
        [Mean(2.78, 164), Mean(3.89, 170), Mean(5.0, 180)],
        Sources.Willer2024,
        "table of cadence by speed",
        Reading.SecondSource,
        Certainty.B,
        Tissue.None,
        Outcome.Gait);

    /// <summary>Mean cadence of high-school and college runners at their own speed.</summary>
    public static Cited<ImmutableArray<CadenceMean>> LuedkeCadence { get; } = new(
        [Mean(3.8, 171.3), Mean(4.6, 177.1)], Sources.Luedke2021, "Abstract", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Mean cadence of sixteen runners at three speeds, from strides per kilometre; its stride length would give 193.2 for the last.</summary>
    public static Cited<ImmutableArray<CadenceMean>> PosterCadence { get; } = new(
        [Mean(2.68, 157.9), Mean(3.35, 168.8), Mean(4.46, 199.1)],
        Sources.EcuPoster2015, "strides per km by speed", Reading.FullText, Certainty.C, Tissue.None, Outcome.Gait);

    /// <summary>The cadence of least energy; no usual cadence, so it stands apart from the population's line.</summary>
    public static Cited<ImmutableArray<CadenceMean>> LeastEnergyCadence { get; } = new(
        [Mean(3.0, 169.6)], Sources.Lieberman2015, "Abstract, 84.8 strides/min", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Energy);

    /// <summary>Share of heel strikers in a marathon, the highest found. [1]</summary>
    public static Cited<Fraction> MostHeelStrikers { get; } = new(
        new(0.9367), Sources.Kasmer2013, "Abstract, 1,991 runners at 8.1 km", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Share of heel strikers among runners in a laboratory by the angle of the foot, the lowest found; 0.38 at another speed. [1]</summary>
    public static Cited<Fraction> FewestHeelStrikers { get; } = new(
        new(0.27), Sources.Patoz2022, "results, 100 runners by foot-strike angle", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Share of heel strikers in an elite half marathon. [1]</summary>
    public static Cited<Fraction> EliteHeelStrikers { get; } = new(
        new(0.749), Sources.Hasegawa2007, "Abstract, 283 runners at 15 km", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Share of heel strikers in a marathon of a hot country. [1]</summary>
    public static Cited<Fraction> SingaporeHeelStrikers { get; } = new(
        new(0.711), Sources.Patoz2019, "Abstract, 950 runners at 10 km", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Share of runners of whom duty factor names the right strike group. [1]</summary>
    public static Cited<Fraction> DutyFactorSensitivity { get; } = new(
        new(0.5), Sources.Patoz2022, "Abstract, 100 runners at 9, 11 and 13 km/h", Reading.Abstract, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Mean duty factor of college runners at the slower of two speeds. [1]</summary>
    public static Cited<Fraction> DutyFactorSlow { get; } = new(
        new(0.3095), Sources.Alcantara2021, "computed from the public rows, 37 runners", Reading.Data, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>The slower of the two speeds of duty factor. [m/s]</summary>
    public static Cited<Speed> DutyFactorSlowSpeed { get; } = new(
        new(3.8), Sources.Alcantara2021, "speed of the trials", Reading.Data, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Mean duty factor of college runners at the faster of two speeds. [1]</summary>
    public static Cited<Fraction> DutyFactorFast { get; } = new(
        new(0.2738), Sources.Alcantara2021, "computed from the public rows, 13 runners", Reading.Data, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>The faster of the two speeds of duty factor. [m/s]</summary>
    public static Cited<Speed> DutyFactorFastSpeed { get; } = new(
        new(5.4), Sources.Alcantara2021, "speed of the trials", Reading.Data, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Spread of duty factor between runners at one speed, standard deviation. [1]</summary>
    public static Cited<Fraction> DutyFactorSpread { get; } = new(
        new(0.0182), Sources.Alcantara2021, "computed from the public rows at 3.8 m/s", Reading.Data, Certainty.B, Tissue.None, Outcome.Gait);

    /// <summary>Highest foot strike number of a heel landing on the RunScribe scale. [1]</summary>
    public static Cited<double> HighestHeelNumber { get; } = new(
        6, Sources.RunScribeReview, "foot strike type, 0 to 6", Reading.SecondSource, Certainty.C, Tissue.None, Outcome.None);

    /// <summary>Highest foot strike number of a midfoot landing on the RunScribe scale; above is the forefoot. [1]</summary>
    public static Cited<double> HighestMidfootNumber { get; } = new(
        10, Sources.RunScribeReview, "foot strike type, 6 to 10", Reading.SecondSource, Certainty.C, Tissue.None, Outcome.None);

    private static CadenceMean Mean(double metresPerSecond, double stepsPerMinute) => new(new(metresPerSecond), new(stepsPerMinute));
}
