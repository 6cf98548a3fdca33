namespace KneeLoad.Ingest.Quantities;

/// <summary>Beats of the heart. [beats/min]</summary>
/// <param name="BeatsPerMinute">The value. [beats/min]</param>
public readonly record struct HeartRate(double BeatsPerMinute) : IComparable<HeartRate>
{
    /// <inheritdoc/>
    public int CompareTo(HeartRate other) => BeatsPerMinute.CompareTo(other.BeatsPerMinute);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(HeartRate left, HeartRate right) => left.BeatsPerMinute < right.BeatsPerMinute;

    /// <summary>Whether the left is greater.</summary>
    public static bool operator >(HeartRate left, HeartRate right) => left.BeatsPerMinute > right.BeatsPerMinute;

    /// <summary>Whether the left is less or equal.</summary>
    public static bool operator <=(HeartRate left, HeartRate right) => left.BeatsPerMinute <= right.BeatsPerMinute;

    /// <summary>Whether the left is greater or equal.</summary>
    public static bool operator >=(HeartRate left, HeartRate right) => left.BeatsPerMinute >= right.BeatsPerMinute;
}
