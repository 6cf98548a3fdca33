using System.Buffers.Binary;
using System.Text;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;
using Microsoft.Win32.SafeHandles;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>
/// An OpenStreetMap extract (.osm.pbf) on disk: its header and where its blocks stand. Blocks are read by their place, by
/// several threads at once.
/// </summary>
/// <remarks>Format: wiki.openstreetmap.org/wiki/PBF_Format. Each block is preceded by the length of its header and the header.</remarks>
internal sealed class OsmPbfFile : IDisposable
{
    /// <summary>Longest header of a block that the format allows. [bytes]</summary>
    public const int LongestBlobHeader = 64 * 1024;

    /// <summary>Longest block that the format allows, packed and unpacked. [bytes]</summary>
    public const int LongestBlob = 32 * 1024 * 1024;

    private readonly SafeFileHandle handle;

    private OsmPbfFile(string path, SafeFileHandle handle, long length)
    {
        Path = path;
        this.handle = handle;
        Length = length;
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>Length of the whole file. [bytes]</summary>
    public long Length { get; }

    /// <summary>State of the data, seconds since 1970; null where the extract does not say it. [s]</summary>
    public long? DataUnixSeconds { get; private set; }

    /// <summary>Whether it says that nodes, ways and relations stand one after the other.</summary>
    public bool IsSorted { get; private set; }

    /// <summary>Whether it says that places stand on the ways, which mostly means that their nodes were left out.</summary>
    public bool HasPlacesOnWays { get; private set; }

    /// <summary>The blocks of data, in the file's order.</summary>
    public IReadOnlyList<OsmBlob> Blobs { get; private set; } = [];

    /// <summary>Opens an extract and walks over its blocks without unpacking them.</summary>
    /// <returns>The extract, or why it is refused.</returns>
    public static (OsmPbfFile? File, MapRefusal? Refusal) Open(string path)
    {
        OsmPbfFile file;
        try
        {
            var opened = File.OpenHandle(path, options: FileOptions.RandomAccess);
            file = new(path, opened, RandomAccess.GetLength(opened));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, new(path, MapFault.Unreachable, RemarkKind.FileNotOpened));
        }

        if (file.Walk() is { } refusal)
        {
            file.Dispose();
            return (null, refusal);
        }

        return (file, null);
    }

    /// <summary>The packed bytes of a block.</summary>
    /// <returns>False when the file has become shorter.</returns>
    public bool TryRead(long offset, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var read = RandomAccess.Read(handle, destination, offset);
            if (read == 0)
            {
                return false;
            }

            destination = destination[read..];
            offset += read;
        }

        return true;
    }

    /// <summary>A refusal of this file.</summary>
    public MapRefusal Refuse(MapFault fault, Remark reason, long offset) => new(Path, fault, reason, offset);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private MapRefusal? Walk()
    {
        var blobs = new List<OsmBlob>();
        var header = new byte[LongestBlobHeader];
        var sawHeader = false;
        for (long offset = 0; offset < Length;)
        {
            if (Length - offset < sizeof(int) || !TryRead(offset, header.AsSpan(0, sizeof(int))))
            {
                return Refuse(sawHeader ? MapFault.Truncated : MapFault.Foreign, sawHeader ? RemarkKind.ExtractCut : RemarkKind.NoExtract, offset);
            }

            var headerLength = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (headerLength is 0 or > LongestBlobHeader)
            {
                return sawHeader
                    ? Refuse(MapFault.TooLarge, new Remark(RemarkKind.BlockHeaderTooLong, headerLength, Other: LongestBlobHeader), offset)
                    : Refuse(MapFault.Foreign, RemarkKind.NoExtract, offset);
            }

            var headerBytes = header.AsSpan(0, (int)headerLength);
            if (headerLength > Length - offset - sizeof(int) || !TryRead(offset + sizeof(int), headerBytes))
            {
                return Refuse(sawHeader ? MapFault.Truncated : MapFault.Foreign, sawHeader ? RemarkKind.ExtractCut : RemarkKind.NoExtract, offset);
            }

            var (type, size) = ReadBlobHeader(headerBytes);
            if (type is null || (!sawHeader && type is not "OSMHeader"))
            {
                return Refuse(sawHeader ? MapFault.Damaged : MapFault.Foreign, sawHeader ? RemarkKind.BlockHeaderUnreadable : RemarkKind.NoExtract, offset);
            }

            var blob = new OsmBlob(offset + sizeof(int) + headerLength, (int)Math.Min(size, int.MaxValue));
            if (size > LongestBlob)
            {
                return Refuse(MapFault.TooLarge, new Remark(RemarkKind.BlockTooLong, (long)Math.Min(size, long.MaxValue), Other: LongestBlob), blob.Offset);
            }

            if (blob.Length > Length - blob.Offset)
            {
                return Refuse(MapFault.Truncated, RemarkKind.ExtractCutInBlock, blob.Offset);
            }

            if (type is "OSMHeader" && ReadHeader(blob) is { } refusal)
            {
                return refusal;
            }

            if (type is "OSMData")
            {
                blobs.Add(blob);
            }

            sawHeader = true;
            offset = blob.Offset + blob.Length;
        }

        Blobs = blobs;
        return sawHeader ? null : Refuse(MapFault.Foreign, RemarkKind.ExtractEmpty, 0);
    }

    /// <summary>The type and size that stand before a block; no type when they cannot be read.</summary>
    internal static (string? Type, ulong Size) ReadBlobHeader(ReadOnlySpan<byte> bytes)
    {
        var cursor = new ByteCursor(bytes);
        string? type = null;
        ulong? size = null;
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(1))
            {
                type = Encoding.UTF8.GetString(cursor.ReadPiece());
            }
            else if (field.IsVarint(3))
            {
                size = cursor.ReadVarint();
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return cursor.Failed || size is null ? (null, 0) : (type, size.Value);
    }

    private MapRefusal? ReadHeader(OsmBlob blob)
    {
        using var block = new OsmBlock();
        if (block.Unpack(this, blob, OsmContents.All) is { } refusal)
        {
            return refusal;
        }

        var cursor = new ByteCursor(block.Bytes);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(4))
            {
                var feature = Encoding.UTF8.GetString(cursor.ReadPiece());
                if (feature is not ("OsmSchema-V0.6" or "DenseNodes"))
                {
                    return Refuse(MapFault.Unsupported, new Remark(RemarkKind.FeatureUnread, Name: Printable(feature)), blob.Offset);
                }
            }
            else if (field.IsPiece(5))
            {
                var feature = Encoding.UTF8.GetString(cursor.ReadPiece());
                IsSorted |= feature is "Sort.Type_then_ID";
                HasPlacesOnWays |= feature is "LocationsOnWays";
            }
            else if (field.IsVarint(32))
            {
                var seconds = cursor.ReadVarint();
                DataUnixSeconds = seconds is > 0 and < 1L << 40 ? (long)seconds : null;
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return cursor.Failed ? Refuse(MapFault.Damaged, RemarkKind.ExtractHeaderUnreadable, blob.Offset) : null;
    }

    private static string Printable(string text) =>
        new([.. text.Take(60).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '?')]);
}

/// <summary>The place of one packed block in an extract.</summary>
/// <param name="Offset">Of its first byte, from the file's. [bytes]</param>
/// <param name="Length">Packed. [bytes]</param>
internal readonly record struct OsmBlob(long Offset, int Length);
