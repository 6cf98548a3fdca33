using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Signals;

/// <summary>Distances on a sphere of the earth's mean radius.</summary>
internal static class GreatCircle
{
    /// <summary>Mean radius of the earth (IUGG). [m]</summary>
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Length of the shortest way between two places. [m]</summary>
    public static Distance Between(GeoPoint from, GeoPoint to)
    {
        // The haversine form keeps its digits at the few metres between two records.
        var latitude = double.DegreesToRadians(to.LatitudeDegrees - from.LatitudeDegrees);
        var longitude = double.DegreesToRadians(to.LongitudeDegrees - from.LongitudeDegrees);
        var h = Square(Math.Sin(latitude / 2))
            + (Math.Cos(double.DegreesToRadians(from.LatitudeDegrees)) * Math.Cos(double.DegreesToRadians(to.LatitudeDegrees))
                * Square(Math.Sin(longitude / 2)));
        return new Distance(2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }

    private static double Square(double value) => value * value;
}
