using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>Reads single numbers of any base type and byte order (FIT protocol, sections "Base Types" and "Architecture").</summary>
internal static class FitNumber
{
    /// <summary>Bytes of one element; 1 for text, 0 for a type that the protocol does not know.</summary>
    public static int SizeOf(FitBaseType type) => type switch
    {
        FitBaseType.SInt16 or FitBaseType.UInt16 or FitBaseType.UInt16Z => 2,
        FitBaseType.SInt32 or FitBaseType.UInt32 or FitBaseType.UInt32Z or FitBaseType.Float32 => 4,
        FitBaseType.SInt64 or FitBaseType.UInt64 or FitBaseType.UInt64Z or FitBaseType.Float64 => 8,
        <= FitBaseType.UInt64Z => 1,
        _ => 0,
    };

    /// <summary>Whether a field of this size holds whole numbers of this type.</summary>
    public static bool Fits(FitBaseType type, int size) =>
        type != FitBaseType.Text && SizeOf(type) is > 0 and var element && size >= element && size % element == 0;

    /// <summary>The first element of a field, before scale and offset.</summary>
    /// <returns>Null when invalid, or when the size is no multiple of the type's.</returns>
    public static double? Read(ReadOnlySpan<byte> field, FitBaseType type, bool bigEndian)
    {
        if (!Fits(type, field.Length))
        {
            return null;
        }

        return type switch
        {
            FitBaseType.SInt8 => Valid(Load<sbyte>(field, bigEndian), sbyte.MaxValue),
            FitBaseType.SInt16 => Valid(Load<short>(field, bigEndian), short.MaxValue),
            FitBaseType.UInt16 => Valid(Load<ushort>(field, bigEndian), ushort.MaxValue),
            FitBaseType.UInt16Z => Valid<ushort>(Load<ushort>(field, bigEndian), 0),
            FitBaseType.SInt32 => Valid(Load<int>(field, bigEndian), int.MaxValue),
            FitBaseType.UInt32 => Valid(Load<uint>(field, bigEndian), uint.MaxValue),
            FitBaseType.UInt32Z => Valid<uint>(Load<uint>(field, bigEndian), 0),
            FitBaseType.Float32 => Valid(Load<float>(field, bigEndian), float.NaN),
            FitBaseType.Float64 => Valid(Load<double>(field, bigEndian), double.NaN),
            FitBaseType.SInt64 => Valid(Load<long>(field, bigEndian), long.MaxValue),
            FitBaseType.UInt64 => Valid(Load<ulong>(field, bigEndian), ulong.MaxValue),
            FitBaseType.UInt64Z => Valid<ulong>(Load<ulong>(field, bigEndian), 0),
            FitBaseType.UInt8Z => Valid<byte>(field[0], 0),
            _ => Valid(field[0], byte.MaxValue),
        };
    }

    /// <summary>One number from the start of a span, which must be long enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ReadOnlySpan<byte> source, bool bigEndian)
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(source);
        return bigEndian == BitConverter.IsLittleEndian ? Reversed(value) : value;
    }

    // The size is a constant of each T, so that one arm remains in the machine code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reversed<T>(T value)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
        {
            2 => Unsafe.BitCast<ushort, T>(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(value))),
            4 => Unsafe.BitCast<uint, T>(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(value))),
            8 => Unsafe.BitCast<ulong, T>(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(value))),
            _ => value,
        };

    private static double? Valid<T>(T value, T invalid)
        where T : unmanaged, INumber<T> =>
        value == invalid || !T.IsFinite(value) ? null : double.CreateTruncating(value);
}
