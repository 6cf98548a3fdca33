using System.Numerics;

namespace KneeLoad.Ingest.Activities;

/// <summary>A column in the file's own number type, scaled when it is read.</summary>
/// <typeparam name="T">The file's number type.</typeparam>
internal sealed class RawColumn<T> : Column
    where T : unmanaged, INumber<T>
{
    private readonly T[] values;
    private readonly int start;
    private readonly T invalid;
    private readonly Scaling scaling;

    /// <summary>A column over a whole array.</summary>
    /// <param name="values">Raw numbers, one a record. The column keeps the array.</param>
    /// <param name="invalid">The raw number that means not measured.</param>
    /// <param name="scaling">How a raw number becomes a value.</param>
    public RawColumn(T[] values, T invalid, Scaling scaling)
        : this(values, 0, values.Length, invalid, scaling)
    {
    }

    private RawColumn(T[] values, int start, int length, T invalid, Scaling scaling)
    {
        this.values = values;
        this.start = start;
        this.invalid = invalid;
        this.scaling = scaling;
        Length = length;
        MeasuredCount = CountMeasured();
    }

    /// <inheritdoc/>
    public override int Length { get; }

    /// <inheritdoc/>
    public override int MeasuredCount { get; }

    private ReadOnlySpan<T> Raw => values.AsSpan(start, Length);

    /// <inheritdoc/>
    public override double? this[int index]
    {
        get
        {
            var raw = Raw[index];
            return IsMissing(raw) ? null : scaling.Apply(double.CreateTruncating(raw));
        }
    }

    /// <inheritdoc/>
    public override void CopyTo(Span<double> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException($"Room for {destination.Length} values, {Length} needed.", nameof(destination));
        }

        var raw = Raw;
        for (var i = 0; i < raw.Length; i++)
        {
            destination[i] = IsMissing(raw[i]) ? double.NaN : scaling.Apply(double.CreateTruncating(raw[i]));
        }
    }

    /// <inheritdoc/>
    internal override Column Slice(int start, int length) =>
        new RawColumn<T>(values, this.start + start, length, invalid, scaling);

    /// <inheritdoc/>
    internal override Column Pick(ReadOnlySpan<int> records)
    {
        var picked = new T[records.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = Raw[records[i]];
        }

        return new RawColumn<T>(picked, invalid, scaling);
    }

    // For the integer types IsFinite is the constant true; a float that is NaN or infinite was not measured.
    private bool IsMissing(T raw) => raw == invalid || !T.IsFinite(raw);

    private int CountMeasured()
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            return Length - Raw.Count(invalid);
        }

        var measured = 0;
        foreach (var raw in Raw)
        {
            measured += T.IsFinite(raw) ? 1 : 0;
        }

        return measured;
    }
}
