namespace KneeLoad.Ingest.Quantities;

/// <summary>A place on the WGS 84 ellipsoid, without height. [degrees]</summary>
/// <param name="LatitudeDegrees">North is positive, -90 to 90. [degrees]</param>
/// <param name="LongitudeDegrees">East is positive, -180 to 180. [degrees]</param>
public readonly record struct GeoPoint(double LatitudeDegrees, double LongitudeDegrees);
