using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>A column while the file is read: as many rows as the file has records, each not measured until set.</summary>
internal abstract class ColumnBuilder(Scaling scaling)
{
    /// <summary>The file's type that is kept bit by bit; null when values of several types are kept.</summary>
    public abstract FitBaseType? Type { get; }

    /// <summary>The scaling from the file's number to a value.</summary>
    protected Scaling Scaling { get; } = scaling;

    /// <summary>A builder that keeps one base type as the file has it.</summary>
    /// <param name="type">No text.</param>
    /// <param name="scaling">How the file's number becomes a value.</param>
    /// <param name="rows">Number of records.</param>
    public static ColumnBuilder Of(FitBaseType type, Scaling scaling, int rows) => type switch
    {
        FitBaseType.SInt8 => new RawColumnBuilder<sbyte>(type, sbyte.MaxValue, scaling, rows),
        FitBaseType.SInt16 => new RawColumnBuilder<short>(type, short.MaxValue, scaling, rows),
        FitBaseType.UInt16 => new RawColumnBuilder<ushort>(type, ushort.MaxValue, scaling, rows),
        FitBaseType.UInt16Z => new RawColumnBuilder<ushort>(type, 0, scaling, rows),
        FitBaseType.SInt32 => new RawColumnBuilder<int>(type, int.MaxValue, scaling, rows),
        FitBaseType.UInt32 => new RawColumnBuilder<uint>(type, uint.MaxValue, scaling, rows),
        FitBaseType.UInt32Z => new RawColumnBuilder<uint>(type, 0, scaling, rows),
        FitBaseType.Float32 => new RawColumnBuilder<float>(type, float.NaN, scaling, rows),
        FitBaseType.Float64 => new RawColumnBuilder<double>(type, double.NaN, scaling, rows),
        FitBaseType.SInt64 => new RawColumnBuilder<long>(type, long.MaxValue, scaling, rows),
        FitBaseType.UInt64 => new RawColumnBuilder<ulong>(type, ulong.MaxValue, scaling, rows),
        FitBaseType.UInt64Z => new RawColumnBuilder<ulong>(type, 0, scaling, rows),
        FitBaseType.UInt8Z => new RawColumnBuilder<byte>(type, 0, scaling, rows),
        _ => new RawColumnBuilder<byte>(type, byte.MaxValue, scaling, rows),
    };

    /// <summary>Takes one field of a run of messages.</summary>
    /// <param name="run">The messages, each <paramref name="stride"/> bytes, with their header bytes.</param>
    /// <param name="field">Where the field lies.</param>
    /// <param name="stride">From one message to the next. [bytes]</param>
    /// <param name="row">The row of the first message.</param>
    /// <param name="bigEndian">The messages' byte order.</param>
    public abstract void Take(ReadOnlySpan<byte> run, in FieldDefinition field, int stride, int row, bool bigEndian);

    /// <summary>Sets one value, in the column's unit.</summary>
    public abstract void Set(int row, double value);

    /// <summary>Takes back what cannot be: values outside a range become not measured.</summary>
    public abstract void DropOutside(double lowest, double highest);

    /// <summary>The same rows as values, so that other types and fractions fit in.</summary>
    public abstract ColumnBuilder Widen();

    /// <summary>The finished column; null when no row was measured.</summary>
    public abstract Column? Build();
}
