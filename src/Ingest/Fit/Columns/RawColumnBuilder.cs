using System.Numerics;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>A column that keeps the file's numbers as they are: reading a field is a copy, with no look at its meaning.</summary>
/// <typeparam name="T">The number type of the base type.</typeparam>
internal sealed class RawColumnBuilder<T> : ColumnBuilder
    where T : unmanaged, INumber<T>
{
    private readonly T[] values;
    private readonly T invalid;

    /// <summary>A builder of rows that are not measured.</summary>
    public RawColumnBuilder(FitBaseType type, T invalid, Scaling scaling, int rows)
        : base(scaling)
    {
        Type = type;
        this.invalid = invalid;
        values = GC.AllocateUninitializedArray<T>(rows);
        Array.Fill(values, invalid);
    }

    /// <inheritdoc/>
    public override FitBaseType? Type { get; }

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<byte> run, in FieldDefinition field, int stride, int row, bool bigEndian)
    {
        var at = 1 + field.Offset;
        for (; at < run.Length; at += stride)
        {
            values[row++] = FitNumber.Load<T>(run[at..], bigEndian);
        }
    }

    /// <inheritdoc/>
    public override void Set(int row, double value) => values[row] = T.CreateSaturating(Math.Round(Scaling.Undo(value)));

    /// <inheritdoc/>
    public override void DropOutside(double lowest, double highest)
    {
        var (low, high) = (T.CreateSaturating(Scaling.Undo(lowest)), T.CreateSaturating(Scaling.Undo(highest)));
        foreach (ref var value in values.AsSpan())
        {
            value = value < low || value > high ? invalid : value;
        }
    }

    /// <inheritdoc/>
    public override ColumnBuilder Widen()
    {
        var wide = new WideColumnBuilder(Scaling, values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] != invalid && T.IsFinite(values[row]))
            {
                wide.Set(row, Scaling.Apply(double.CreateTruncating(values[row])));
            }
        }

        return wide;
    }

    /// <inheritdoc/>
    public override Column? Build() => new RawColumn<T>(values, invalid, Scaling) is { MeasuredCount: > 0 } column ? column : null;
}
