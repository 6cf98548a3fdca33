using System.Buffers;

namespace KneeLoad.Web.Data.Formats;

/// <summary>Whole numbers in as many bytes as they need, seven bits a byte, the lowest first.</summary>
internal static class Varints
{
    /// <summary>Writes a number that is not negative.</summary>
    public static void Put(this ArrayBufferWriter<byte> bytes, long value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Write([(byte)((value & 0x7F) | 0x80)]);
        }

        bytes.Write([(byte)value]);
    }

    /// <summary>Writes a number of either sign.</summary>
    public static void PutSigned(this ArrayBufferWriter<byte> bytes, long value) => bytes.Put(Folded(value));

    /// <summary>Reads a number that is not negative.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it.</exception>
    public static long Take(ref ReadOnlySpan<byte> rest)
    {
        var value = 0L;
        for (var shift = 0; shift < 63 && !rest.IsEmpty; shift += 7)
        {
            var next = rest[0];
            rest = rest[1..];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("The packed numbers end early.");
    }

    /// <summary>Reads a number of either sign.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it.</exception>
    public static long TakeSigned(ref ReadOnlySpan<byte> rest) => Unfolded(Take(ref rest));

    /// <summary>A number of either sign as one that is not negative, so that small ones of either sign are small.</summary>
    public static long Folded(long value) => (value << 1) ^ (value >> 63);

    /// <summary>Back again.</summary>
    public static long Unfolded(long folded) => (long)((ulong)folded >> 1) ^ -(folded & 1);
}
