using System.Buffers;
using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Web.Data.Formats;

/// <summary>Whole numbers of a blob, each in as many bytes as it needs.</summary>
internal static class Varints
{
    /// <summary>Writes a number that has no sign.</summary>
    public static void Put(this ArrayBufferWriter<byte> bytes, ulong value) => bytes.Advance(Varint.Write(bytes.GetSpan(Varint.Longest), value));

    /// <summary>Writes a number that is not negative.</summary>
    public static void Put(this ArrayBufferWriter<byte> bytes, long value) => bytes.Put((ulong)value);

    /// <summary>Writes a number of either sign.</summary>
    public static void PutSigned(this ArrayBufferWriter<byte> bytes, long value) => bytes.Put(Varint.Folded(value));

    /// <summary>Reads a number that is not negative.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it, or it is greater than any that was written.</exception>
    public static long Take(ref ReadOnlySpan<byte> rest) => TakeAny(ref rest) is var value && value <= long.MaxValue ? (long)value : throw Damaged();

    /// <summary>Reads a number of either sign.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it.</exception>
    public static long TakeSigned(ref ReadOnlySpan<byte> rest) => Varint.Unfolded(TakeAny(ref rest));

    /// <summary>Reads a number that has no sign.</summary>
    /// <exception cref="InvalidDataException">The bytes end within it.</exception>
    public static ulong TakeAny(ref ReadOnlySpan<byte> rest)
    {
        var taken = Varint.Read(rest, out var value);
        rest = rest[taken..];
        return taken > 0 ? value : throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The packed numbers end early.");
}
