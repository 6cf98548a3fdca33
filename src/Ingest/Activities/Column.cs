namespace KneeLoad.Ingest.Activities;

/// <summary>
/// One quantity of every record of a stream, in the unit that its field or name states.
/// Stored as the file stores it where that is exact, so that a column costs no more memory than the file's own bytes.
/// </summary>
/// <remarks>
/// Immutable. Not measured is null at the indexer and NaN in a working copy made by <see cref="CopyTo"/>;
/// NaN lives in columns only and never reaches a scalar, a row or a reply.
/// </remarks>
public abstract class Column
{
    private protected Column()
    {
    }

    /// <summary>Number of records, measured or not.</summary>
    public abstract int Length { get; }

    /// <summary>Number of records that have a value.</summary>
    public abstract int MeasuredCount { get; }

    /// <summary>The value of one record. [the column's unit]</summary>
    /// <param name="index">Number of the record, from 0.</param>
    /// <returns>Null when not measured.</returns>
    /// <exception cref="IndexOutOfRangeException">The index is not below <see cref="Length"/>.</exception>
    public abstract double? this[int index] { get; }

    /// <summary>A column of values already in the column's unit.</summary>
    /// <param name="values">One value a record, NaN where not measured. The column keeps the array.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static Column Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new RawColumn<double>(values, double.NaN, Scaling.None);
    }

    /// <summary>Writes all values into a working copy. [the column's unit]</summary>
    /// <param name="destination">At least <see cref="Length"/> long; NaN is written where not measured.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public abstract void CopyTo(Span<double> destination);

    /// <summary>A working copy of all values, NaN where not measured. [the column's unit]</summary>
    public double[] ToArray()
    {
        var copy = new double[Length];
        CopyTo(copy);
        return copy;
    }

    /// <summary>The same values of consecutive records; shares the memory.</summary>
    internal abstract Column Slice(int start, int length);

    /// <summary>The values of the named records, in their order.</summary>
    internal abstract Column Pick(ReadOnlySpan<int> records);
}
