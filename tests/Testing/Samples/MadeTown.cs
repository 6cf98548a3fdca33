using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Testing.Samples;

/// <summary>
/// A town that does not exist, laid into the empty South Atlantic so that no sample shows anybody's door.
/// Local coordinates: metres east and north of the square where every run begins.
/// </summary>
internal static class MadeTown
{
    /// <summary>Length of the longest way out of town. [m]</summary>
    public const double LongestWay = 8600;

    /// <summary>The middle of the town: so far east and so far south of the square. [m]</summary>
    public const double Middle = 1343;

    /// <summary>Radius of the river's bend around the town. [m]</summary>
    public static readonly double Radius = Middle * Math.Sqrt(2);

    private const double OriginLatitude = -48.0;
    private const double OriginLongitude = -12.0;
    private const double MetresPerDegree = 111_195;

    private static readonly MadeWay River = new(Ring, LongestWay);
    private static readonly MadeWay Hill = new(at => (180 * Math.Sin(at / 300), 0.95 * at), 5000);

    /// <summary>A way out of town; runs go out on it and back.</summary>
    /// <param name="metres">How far along it. [m]</param>
    public delegate (double East, double North) Way(double metres);

    /// <summary>Along the coast, level; longer by two in a thousand than the metres that name it.</summary>
    public static (double East, double North) CoastRoad(double metres) => (metres, 60 * Math.Sin(metres / 700));

    /// <summary>Along the river, around the town, rising and falling by a few metres.</summary>
    public static (double East, double North) RiverPath(double metres) => River.At(metres);

    /// <summary>Up the hill behind the town.</summary>
    public static (double East, double North) HillTrail(double metres) => Hill.At(metres);

    /// <summary>Height of the ground. [m]</summary>
    public static double Altitude(double east, double north) =>
        12 + (6 * Math.Sin(east / 1100)) + (95 / (1 + Math.Exp(-(north - 1700) / 350)));

    /// <summary>A place around the town's middle.</summary>
    /// <param name="angle">Counter-clockwise from east. [rad]</param>
    /// <param name="metres">How far from the middle. [m]</param>
    public static (double East, double North) Around(double angle, double metres) =>
        (Middle + (metres * Math.Cos(angle)), (metres * Math.Sin(angle)) - Middle);

    /// <summary>A place on the globe.</summary>
    public static GeoPoint Locate(double east, double north) => new(
        OriginLatitude + (north / MetresPerDegree),
        OriginLongitude + (east / (MetresPerDegree * Math.Cos(OriginLatitude * Math.PI / 180))));

    // The square lies north-west of the middle; the river winds a little to either side of its circle.
    private static (double East, double North) Ring(double at) => Around((0.75 * Math.PI) + (at / Radius), Radius + (110 * Math.Sin(at / 430)));
}
