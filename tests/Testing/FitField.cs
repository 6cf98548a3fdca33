using System.Runtime.InteropServices;
using System.Text;

namespace KneeLoad.Testing;

/// <summary>One field of a FIT message as a builder writes it: raw, before scale and offset.</summary>
public sealed class FitField
{
    private readonly byte[] content;
    private readonly int elementSize;

    private FitField(byte number, byte baseType, byte[] content, int elementSize, byte? developerIndex = null)
    {
        Number = number;
        BaseType = baseType;
        DeveloperIndex = developerIndex;
        this.content = content;
        this.elementSize = elementSize;
    }

    /// <summary>Number of the field in its message.</summary>
    public byte Number { get; }

    /// <summary>The base type byte, endian bit included.</summary>
    public byte BaseType { get; }

    /// <summary>The developer whose field it is; null for a field of the profile.</summary>
    public byte? DeveloperIndex { get; }

    /// <summary>Bytes it takes. [bytes]</summary>
    public byte Size => (byte)content.Length;

    /// <summary>A named number.</summary>
    public static FitField Enumeration(byte number, byte value) => Of(number, 0x00, value);

    /// <summary>Signed 8 bits.</summary>
    public static FitField SInt8(byte number, params sbyte[] values) => Of(number, 0x01, values);

    /// <summary>Unsigned 8 bits.</summary>
    public static FitField UInt8(byte number, params byte[] values) => Of(number, 0x02, values);

    /// <summary>Signed 16 bits.</summary>
    public static FitField SInt16(byte number, params short[] values) => Of(number, 0x83, values);

    /// <summary>Unsigned 16 bits.</summary>
    public static FitField UInt16(byte number, params ushort[] values) => Of(number, 0x84, values);

    /// <summary>Signed 32 bits.</summary>
    public static FitField SInt32(byte number, params int[] values) => Of(number, 0x85, values);

    /// <summary>Unsigned 32 bits.</summary>
    public static FitField UInt32(byte number, params uint[] values) => Of(number, 0x86, values);

    /// <summary>32-bit float.</summary>
    public static FitField Float32(byte number, params float[] values) => Of(number, 0x88, values);

    /// <summary>64-bit float.</summary>
    public static FitField Float64(byte number, params double[] values) => Of(number, 0x89, values);

    /// <summary>Unsigned 8 bits, 0 invalid.</summary>
    public static FitField UInt8Z(byte number, params byte[] values) => Of(number, 0x0A, values);

    /// <summary>Unsigned 16 bits, 0 invalid.</summary>
    public static FitField UInt16Z(byte number, params ushort[] values) => Of(number, 0x8B, values);

    /// <summary>Unsigned 32 bits, 0 invalid.</summary>
    public static FitField UInt32Z(byte number, params uint[] values) => Of(number, 0x8C, values);

    /// <summary>Bare bytes.</summary>
    public static FitField Bytes(byte number, params byte[] values) => Of(number, 0x0D, values);

    /// <summary>Signed 64 bits.</summary>
    public static FitField SInt64(byte number, params long[] values) => Of(number, 0x8E, values);

    /// <summary>Unsigned 64 bits.</summary>
    public static FitField UInt64(byte number, params ulong[] values) => Of(number, 0x8F, values);

    /// <summary>Unsigned 64 bits, 0 invalid.</summary>
    public static FitField UInt64Z(byte number, params ulong[] values) => Of(number, 0x90, values);

    /// <summary>Text with a zero byte at its end, filled up to a size where one is given.</summary>
    public static FitField Text(byte number, string text, int? size = null)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[size ?? encoded.Length + 1];
        encoded.AsSpan(0, Math.Min(encoded.Length, bytes.Length)).CopyTo(bytes);
        return new(number, 0x07, bytes, 1);
    }

    /// <summary>Any base type byte and any content, also such as cannot be.</summary>
    public static FitField Raw(byte number, byte baseType, params byte[] content) => new(number, baseType, content, 1);

    /// <summary>The same content as a developer's field.</summary>
    public FitField OfDeveloper(byte developerIndex) => new(Number, BaseType, content, elementSize, developerIndex);

    /// <summary>Writes the content.</summary>
    internal void WriteTo(List<byte> target, bool bigEndian)
    {
        for (var at = 0; at < content.Length; at += elementSize)
        {
            var element = content.AsSpan(at, elementSize).ToArray();
            if (bigEndian == BitConverter.IsLittleEndian)
            {
                Array.Reverse(element);
            }

            target.AddRange(element);
        }
    }

    private static FitField Of<T>(byte number, byte baseType, params T[] values)
        where T : unmanaged =>
        new(number, baseType, MemoryMarshal.AsBytes<T>(values).ToArray(), Marshal.SizeOf<T>());
}
