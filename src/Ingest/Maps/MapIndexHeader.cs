using System.Buffers.Binary;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps;

/// <summary>
/// The beginning of an index file. After it stand the cells, the directory (numbers of cells, then their places), the table
/// of ways, the ends of names and the names; all numbers little-endian.
/// </summary>
internal readonly record struct MapIndexHeader(
    uint Checksum, int Cells, long FileLength, long Segments, int Ways, int Names, long? DataUnixSeconds,
    MapPoint SouthWest, MapPoint NorthEast, long Directory)
{
    /// <summary>Length of the header. [bytes]</summary>
    public const int Length = 96;

    /// <summary>Length of a cell in the directory: its number, its beginning, its length. [bytes]</summary>
    public const int DirectoryEntry = sizeof(uint) + PlaceEntry;

    /// <summary>Length of a cell's beginning and length in the directory. [bytes]</summary>
    public const int PlaceEntry = sizeof(long) + sizeof(uint);

    /// <summary>Length of a row of the table of ways. [bytes]</summary>
    public const int WayEntry = sizeof(long) + sizeof(uint);

    /// <summary>Longest name of a way that is kept; a longer one is an error of the map. [bytes]</summary>
    public const int LongestName = 1024;

    private const uint Version = 3;
    private const int OwnChecksum = 12;

    /// <summary>Offset of the table of ways. [bytes]</summary>
    public long WaysFrom => Directory + ((long)Cells * DirectoryEntry);

    /// <summary>Offset of the ends of names. [bytes]</summary>
    public long NameEndsFrom => WaysFrom + ((long)Ways * WayEntry);

    /// <summary>Offset of the names. [bytes]</summary>
    public long NamesFrom => NameEndsFrom + ((long)Names * sizeof(uint));

    private static ReadOnlySpan<byte> Magic => "KneeMap\n"u8;

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), Checksum);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), Cells);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), FileLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), Segments);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), Ways);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(44), Names);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(48), DataUnixSeconds ?? long.MinValue);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(56), SouthWest.Key);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(64), NorthEast.Key);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(72), Directory);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(OwnChecksum), ChecksumOf(bytes));
        return bytes;
    }

    /// <summary>Reads a header and holds it against the file's length.</summary>
    /// <returns>The header, or what is wrong with it.</returns>
    public static (MapIndexHeader? Header, MapFault Fault, Remark Reason) Read(ReadOnlySpan<byte> bytes, long fileLength)
    {
        if (bytes.Length < Length || !bytes.StartsWith(Magic))
        {
            return (null, MapFault.Foreign, RemarkKind.NoIndex);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) != Version)
        {
            return (null, MapFault.Unsupported, RemarkKind.IndexOfAnotherVersion);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[OwnChecksum..]) != ChecksumOf(bytes[..Length]))
        {
            return (null, MapFault.Damaged, RemarkKind.IndexHeaderDamaged);
        }

        var date = BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]);
        var header = new MapIndexHeader(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[44..]),
            date == long.MinValue ? null : date,
            PointAt(bytes[56..]),
            PointAt(bytes[64..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[72..]));
        if (header.FileLength != fileLength)
        {
            return (null, MapFault.Truncated, RemarkKind.IndexLengthWrong);
        }

        var fits = header is { Cells: >= 0, Ways: >= 0, Names: >= 1, Segments: >= 0, Directory: >= Length }
            && header.Directory <= fileLength && header.NamesFrom <= fileLength
            && header.DataUnixSeconds is null or (>= 0 and < 1L << 40);
        return fits ? (header, default, default) : (null, MapFault.Damaged, RemarkKind.IndexContradicts);
    }

    private static MapPoint PointAt(ReadOnlySpan<byte> bytes)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return MapPoint.TryOf(key >> 32, (key & uint.MaxValue) - MapPoint.HalfTurn, out var point) ? point : default;
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        // Its own place counts as nothing.
        var checksum = ByteSink.Append(uint.MaxValue, bytes[..OwnChecksum]);
        return ~ByteSink.Append(checksum, bytes[(OwnChecksum + sizeof(uint))..]);
    }
}
