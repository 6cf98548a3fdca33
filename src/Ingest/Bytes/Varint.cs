using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Bytes;

/// <summary>Whole numbers in as many bytes as they need, seven bits a byte, the lowest first; the topmost bit of a byte says that another follows.</summary>
public static class Varint
{
    /// <summary>Bytes that the longest takes. [bytes]</summary>
    public const int Longest = 10;

    private const int LastShift = 63;

    /// <summary>Writes a number to the beginning of bytes that have room for the longest.</summary>
    /// <returns>The bytes that it took. [bytes]</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> to, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[length++] = (byte)((value & 0x7F) | 0x80);
        }

        to[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads the number that bytes begin with.</summary>
    /// <returns>The bytes that it took; 0 where they end within it, or none is so long. [bytes]</returns>
    public static int Read(ReadOnlySpan<byte> from, out ulong value)
    {
        value = 0;
        for (int i = 0, shift = 0; i < from.Length && shift <= LastShift; i++, shift += 7)
        {
            value |= (ulong)(from[i] & 0x7F) << shift;
            if (from[i] < 0x80)
            {
                return i + 1;
            }
        }

        value = 0;
        return 0;
    }

    /// <summary>A number of either sign as one that has none, so that small ones of either sign are small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Folded(long value) => unchecked((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Back again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Unfolded(ulong folded) => (long)(folded >> 1) ^ -(long)(folded & 1);
}
