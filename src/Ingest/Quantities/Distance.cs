namespace KneeLoad.Ingest.Quantities;

/// <summary>A length along the ground, or a difference of height. [m]</summary>
/// <param name="Metres">The value. [m]</param>
public readonly record struct Distance(double Metres) : IComparable<Distance>
{
    /// <summary>No distance at all. [m]</summary>
    public static Distance Zero => default;

    /// <summary>The same length. [km]</summary>
    public double Kilometres => Metres / 1000;

    /// <summary>Sum of two lengths. [m]</summary>
    public static Distance operator +(Distance left, Distance right) => new(left.Metres + right.Metres);

    /// <summary>Difference of two lengths. [m]</summary>
    public static Distance operator -(Distance left, Distance right) => new(left.Metres - right.Metres);

    /// <summary>A multiple of a length. [m]</summary>
    public static Distance operator *(double factor, Distance distance) => new(factor * distance.Metres);

    /// <summary>Ratio of two lengths. [1]</summary>
    public static double operator /(Distance left, Distance right) => left.Metres / right.Metres;

    /// <inheritdoc/>
    public int CompareTo(Distance other) => Metres.CompareTo(other.Metres);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Distance left, Distance right) => left.Metres < right.Metres;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(Distance left, Distance right) => left.Metres > right.Metres;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Distance left, Distance right) => left.Metres <= right.Metres;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(Distance left, Distance right) => left.Metres >= right.Metres;
}
