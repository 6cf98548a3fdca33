namespace KneeLoad.Ingest.Quantities;

/// <summary>A share or a relative change; 0.25 is a quarter. [1]</summary>
/// <param name="Value">The value. [1]</param>
public readonly record struct Fraction(double Value) : IComparable<Fraction>
{
    /// <summary>The same share. [%]</summary>
    public double Percent => 100 * Value;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.Value < right.Value;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.Value > right.Value;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.Value <= right.Value;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.Value >= right.Value;
}
