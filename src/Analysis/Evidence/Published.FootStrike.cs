using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Published foot strike: how common, and what a watch can tell.</summary>
public static partial class Published
{
    /// <summary>Share of heel strikers in a marathon, the highest found. [1]</summary>
    public static Cited<Fraction> MostHeelStrikers { get; } = new(
        new(0.9367), Sources.Kasmer2013, "Abstract, 1,991 runners at 8.1 km", Reading.Abstract, Certainty.B);

    /// <summary>Share of heel strikers in an elite half marathon. [1]</summary>
    public static Cited<Fraction> FewestHeelStrikers { get; } = new(
        new(0.749), Sources.Hasegawa2007, "Abstract, 283 runners at 15 km", Reading.Abstract, Certainty.B);

    /// <summary>How often duty factor names the right strike group. [1]</summary>
    public static Cited<Fraction> DutyFactorSensitivity { get; } = new(
        new(0.5), Sources.Patoz2022, "Abstract, 100 runners at 9, 11 and 13 km/h", Reading.Abstract, Certainty.B);

    /// <summary>Mean duty factor of college runners at the slower of two speeds. [1]</summary>
    public static Cited<Fraction> DutyFactorSlow { get; } = new(
        new(0.3095), Sources.Alcantara2021, "computed from the public rows, 37 runners", Reading.Data, Certainty.B);

    /// <summary>The slower of the two speeds of duty factor. [m/s]</summary>
    public static Cited<Speed> DutyFactorSlowSpeed { get; } = new(
        new(3.8), Sources.Alcantara2021, "speed of the trials", Reading.Data, Certainty.B);

    /// <summary>Mean duty factor of college runners at the faster of two speeds. [1]</summary>
    public static Cited<Fraction> DutyFactorFast { get; } = new(
        new(0.2738), Sources.Alcantara2021, "computed from the public rows, 13 runners", Reading.Data, Certainty.B);

    /// <summary>The faster of the two speeds of duty factor. [m/s]</summary>
    public static Cited<Speed> DutyFactorFastSpeed { get; } = new(
        new(5.4), Sources.Alcantara2021, "speed of the trials", Reading.Data, Certainty.B);

    /// <summary>Spread of duty factor between runners at one speed, standard deviation. [1]</summary>
    public static Cited<Fraction> DutyFactorSpread { get; } = new(
        new(0.0182), Sources.Alcantara2021, "computed from the public rows at 3.8 m/s", Reading.Data, Certainty.B);

    /// <summary>Highest foot strike number of a heel landing on the RunScribe scale. [1]</summary>
    public static Cited<double> HighestHeelNumber { get; } = new(
        6, Sources.RunScribeReview, "foot strike type, 0 to 6", Reading.SecondSource, Certainty.C);

    /// <summary>Highest foot strike number of a midfoot landing on the RunScribe scale; above is the forefoot. [1]</summary>
    public static Cited<double> HighestMidfootNumber { get; } = new(
        10, Sources.RunScribeReview, "foot strike type, 6 to 10", Reading.SecondSource, Certainty.C);
}
