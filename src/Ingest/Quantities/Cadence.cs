namespace KneeLoad.Ingest.Quantities;

/// <summary>Steps of both feet. [steps/min]</summary>
/// <param name="StepsPerMinute">The value. [steps/min]</param>
public readonly record struct Cadence(double StepsPerMinute) : IComparable<Cadence>
{
    /// <summary>FIT counts one foot. [strides/min]</summary>
    public static Cadence FromStridesPerMinute(double strides) => new(2 * strides);

    /// <inheritdoc/>
    public int CompareTo(Cadence other) => StepsPerMinute.CompareTo(other.StepsPerMinute);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Cadence left, Cadence right) => left.StepsPerMinute < right.StepsPerMinute;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(Cadence left, Cadence right) => left.StepsPerMinute > right.StepsPerMinute;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(Cadence left, Cadence right) => left.StepsPerMinute <= right.StepsPerMinute;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(Cadence left, Cadence right) => left.StepsPerMinute >= right.StepsPerMinute;
}
