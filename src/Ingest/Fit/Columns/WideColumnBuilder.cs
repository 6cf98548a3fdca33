using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>A column of values, for the rare field that a file defines now as one type and now as another, or expands from fractions.</summary>
internal sealed class WideColumnBuilder : ColumnBuilder
{
    private readonly double[] values;

    /// <summary>A builder of rows that are not measured.</summary>
    public WideColumnBuilder(Scaling scaling, int rows)
        : base(scaling)
    {
        values = GC.AllocateUninitializedArray<double>(rows);
        Array.Fill(values, double.NaN);
    }

    /// <inheritdoc/>
    public override FitBaseType? Type => null;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<byte> run, in FieldDefinition field, int stride, int row, bool bigEndian)
    {
        for (var message = run; !message.IsEmpty; message = message[stride..])
        {
            if (FitNumber.Read(message.Slice(1 + field.Offset, field.Size), field.Type, bigEndian) is { } raw)
            {
                values[row] = Scaling.Apply(raw);
            }

            row++;
        }
    }

    /// <inheritdoc/>
    public override void Set(int row, double value) => values[row] = value;

    /// <inheritdoc/>
    public override void DropOutside(double lowest, double highest)
    {
        foreach (ref var value in values.AsSpan())
        {
            value = value < lowest || value > highest ? double.NaN : value;
        }
    }

    /// <inheritdoc/>
    public override ColumnBuilder Widen() => this;

    /// <inheritdoc/>
    public override Column? Build() => Column.Of(values) is { MeasuredCount: > 0 } column ? column : null;
}
