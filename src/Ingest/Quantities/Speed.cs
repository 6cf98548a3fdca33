namespace KneeLoad.Ingest.Quantities;

/// <summary>Distance over time. [m/s]</summary>
/// <param name="MetresPerSecond">The value. [m/s]</param>
public readonly record struct Speed(double MetresPerSecond) : IComparable<Speed>
{
    /// <summary>The same speed. [km/h]</summary>
    public double KilometresPerHour => 3.6 * MetresPerSecond;

    /// <inheritdoc/>
    public int CompareTo(Speed other) => MetresPerSecond.CompareTo(other.MetresPerSecond);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Speed left, Speed right) => left.MetresPerSecond < right.MetresPerSecond;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(Speed left, Speed right) => left.MetresPerSecond > right.MetresPerSecond;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Speed left, Speed right) => left.MetresPerSecond <= right.MetresPerSecond;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(Speed left, Speed right) => left.MetresPerSecond >= right.MetresPerSecond;
}
