using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps.Places;

/// <summary>A place on a flat map.</summary>
/// <param name="EastMetres">East of its middle. [m]</param>
/// <param name="NorthMetres">North of its middle. [m]</param>
public readonly record struct PlanePoint(double EastMetres, double NorthMetres)
{
    /// <summary>Straight distance to another place. [m]</summary>
    public Distance To(PlanePoint other) => new(Math.Sqrt(SquareTo(other)));

    internal double SquareTo(PlanePoint other)
    {
        var (east, north) = (other.EastMetres - EastMetres, other.NorthMetres - NorthMetres);
        return (east * east) + (north * north);
    }
}
