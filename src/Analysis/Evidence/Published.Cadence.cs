using System.Collections.Immutable;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Published cadence of groups of runners.</summary>
public static partial class Published
{
    /// <summary>Mean cadence of novices, twice the strides per minute.</summary>
    public static Cited<ImmutableArray<CadenceMean>> VanOeverenCadence { get; } = new(
        [Mean(2.4, 154), Mean(2.6, 158), Mean(2.9, 160)], Sources.VanOeveren2017, "Abstract", Reading.Abstract, Certainty.B);

    /// <summary>Mean cadence of ten runners at four speeds.</summary>
    public static Cited<ImmutableArray<CadenceMean>> HamnerCadence { get; } = new(
        [Mean(2.0, 159.57), Mean(3.0, 167.83), Mean(4.0, 178.57), Mean(5.0, 193.86)],
        Sources.HamnerDelp2013, "table of step rate by speed", Reading.SecondSource, Certainty.B);

    /// <summary>Mean cadence of eleven men at three speeds.</summary>
    public static Cited<ImmutableArray<CadenceMean>> WillerCadence { get; } = new(
        [Mean(2.78, 164), Mean(3.89, 170), Mean(5.0, 180)], Sources.Willer2024, "table of cadence by speed", Reading.SecondSource, Certainty.B);

    /// <summary>Mean cadence of high-school and college runners at their own speed.</summary>
    public static Cited<ImmutableArray<CadenceMean>> LuedkeCadence { get; } = new(
        [Mean(3.8, 171.3), Mean(4.6, 177.1)], Sources.Luedke2021, "Abstract", Reading.Abstract, Certainty.B);

    /// <summary>Mean cadence of sixteen runners at three speeds, from strides per kilometre; its stride length would give 193.2 for the last.</summary>
    public static Cited<ImmutableArray<CadenceMean>> PosterCadence { get; } = new(
        [Mean(2.68, 157.9), Mean(3.35, 168.8), Mean(4.46, 199.1)], Sources.EcuPoster2015, "strides per km by speed", Reading.FullText, Certainty.C);

    /// <summary>The cadence of least energy; no usual cadence, so it stands apart from the population's line.</summary>
    public static Cited<ImmutableArray<CadenceMean>> LeastEnergyCadence { get; } = new(
        [Mean(3.0, 169.6)], Sources.Lieberman2015, "Abstract, 84.8 strides/min", Reading.Abstract, Certainty.B);

    private static CadenceMean Mean(double metresPerSecond, double stepsPerMinute) => new(new(metresPerSecond), new(stepsPerMinute));
}
