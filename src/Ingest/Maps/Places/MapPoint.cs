using System.Runtime.CompilerServices;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps.Places;

/// <summary>
/// A place in whole 1e-7 degrees, as OpenStreetMap keeps it. East 180 is the same as west 180. Ways share a node exactly
/// where they share such a place, so an index needs no node numbers.
/// </summary>
/// <param name="Latitude">North is positive. [1e-7 degrees]</param>
/// <param name="Longitude">East is positive, below 180 degrees. [1e-7 degrees]</param>
internal readonly record struct MapPoint(int Latitude, int Longitude)
{
    /// <summary>Units of a degree.</summary>
    public const int UnitsPerDegree = 10_000_000;

    /// <summary>Half way around. [1e-7 degrees]</summary>
    public const int HalfTurn = 180 * UnitsPerDegree;

    private const long Turn = 2L * HalfTurn;

    /// <summary>One number for a place, for tables.</summary>
    public long Key => ((long)Latitude << 32) | (uint)(Longitude + (long)HalfTurn);

    /// <summary>The place of such a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MapPoint FromKey(long key) => new((int)(key >> 32), (int)((key & uint.MaxValue) - HalfTurn));

    /// <summary>A place from whole units; false when it is not on the globe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryOf(long latitude, long longitude, out MapPoint point)
    {
        if (latitude is < -HalfTurn / 2 or > HalfTurn / 2 || longitude is < -HalfTurn or > HalfTurn)
        {
            point = default;
            return false;
        }

        point = new((int)latitude, longitude == HalfTurn ? -HalfTurn : (int)longitude);
        return true;
    }

    /// <summary>The nearest such place; null when it is not on the globe.</summary>
    public static MapPoint? Of(GeoPoint place) =>
        double.IsFinite(place.LatitudeDegrees) && double.IsFinite(place.LongitudeDegrees)
        && Math.Abs(place.LatitudeDegrees) <= 90 && Math.Abs(place.LongitudeDegrees) <= 180
        && TryOf((long)Math.Round(place.LatitudeDegrees * UnitsPerDegree), (long)Math.Round(place.LongitudeDegrees * UnitsPerDegree), out var point)
            ? point
            : null;

    /// <summary>South-west corner of two places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MapPoint SouthWestOf(MapPoint one, MapPoint other) => new(Math.Min(one.Latitude, other.Latitude), Math.Min(one.Longitude, other.Longitude));

    /// <summary>North-east corner of two places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MapPoint NorthEastOf(MapPoint one, MapPoint other) => new(Math.Max(one.Latitude, other.Latitude), Math.Max(one.Longitude, other.Longitude));

    /// <summary>The same place in degrees.</summary>
    public GeoPoint ToGeoPoint() => new((double)Latitude / UnitsPerDegree, (double)Longitude / UnitsPerDegree);

    /// <summary>The shorter way around from one longitude to another. [1e-7 degrees]</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EastFrom(int from, int to)
    {
        var east = (long)to - from;
        return (int)(east < -HalfTurn ? east + Turn : east >= HalfTurn ? east - Turn : east);
    }

    /// <summary>A longitude that lies so far east of another. [1e-7 degrees]</summary>
    public static int MoveEast(int from, long east)
    {
        var to = from + east;
        return (int)(to < -HalfTurn ? to + Turn : to >= HalfTurn ? to - Turn : to);
    }
}
