using System.Buffers.Binary;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The head of a FIT file (FIT protocol, section "File Header").</summary>
/// <param name="Size">12 without, 14 with a check of its own; later revisions may grow it. [bytes]</param>
/// <param name="DataSize">Bytes of messages that follow, without the closing check. [bytes]</param>
/// <param name="Crc">Check over the first 12 bytes; 0 or null when the writer left it out.</param>
internal readonly record struct FitHeader(int Size, uint DataSize, ushort? Crc)
{
    /// <summary>The shortest header. [bytes]</summary>
    public const int MinimumSize = 12;

    private const int SizeWithCrc = 14;

    /// <summary>Whether a span begins with the mark of a FIT file: the letters ".FIT" from its ninth byte on.</summary>
    public static bool IsAt(ReadOnlySpan<byte> file) =>
        file.Length >= MinimumSize && file[8..12].SequenceEqual(".FIT"u8);

    /// <summary>Reads a header.</summary>
    /// <returns>False when the mark is missing, or the size too small or beyond the file.</returns>
    public static bool TryRead(ReadOnlySpan<byte> file, out FitHeader header)
    {
        header = default;
        if (!IsAt(file) || file[0] < MinimumSize || file[0] > file.Length)
        {
            return false;
        }

        ushort? crc = file[0] >= SizeWithCrc ? BinaryPrimitives.ReadUInt16LittleEndian(file[12..]) : null;
        header = new(file[0], BinaryPrimitives.ReadUInt32LittleEndian(file[4..]), crc);
        return true;
    }
}
