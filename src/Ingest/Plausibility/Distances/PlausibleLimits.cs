namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>Limits of what a person on foot can do, and of how well two measurements of it agree.</summary>
internal static class PlausibleLimits
{
    /// <summary>Fastest step between two records. The world's fastest runners reach 12.4 m/s for a second. [m/s]</summary>
    public const double FastestStep = 12;

    /// <summary>Fastest mean of a whole activity on foot. [m/s]</summary>
    public const double FastestMean = 8;

    /// <summary>Greatest relative difference of a stated total from a measured one that confirms it. Watches differ by a few percent. [1]</summary>
    public const double Agreement = 0.1;

    /// <summary>Difference that confirms in any case: at the edges of a session a watch counts some seconds to either side. [m]</summary>
    public const double EdgeMetres = 30;

    /// <summary>
    /// Greatest ratio of two distances indoors that confirms one: an arm swings otherwise on a belt, and the runner corrects the display. [1]
    /// </summary>
    public const double IndoorFactor = 1.5;

    /// <summary>Whether a measured distance confirms a stated one.</summary>
    public static bool Confirms(double measured, double stated, bool isIndoors) => isIndoors
        ? stated <= IndoorFactor * measured && measured <= IndoorFactor * stated
        : Math.Abs(stated - measured) <= Math.Max(EdgeMetres, Agreement * Math.Max(stated, measured));
}
