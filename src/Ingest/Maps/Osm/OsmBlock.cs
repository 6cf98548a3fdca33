using System.Buffers;
using System.IO.Compression;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>One block of an extract, unpacked into a buffer that is used again for the next.</summary>
internal sealed class OsmBlock : IDisposable
{
    // A way worth reading needs more bytes than this: group, way, id, a key, a value and two nodes.
    private const int LeastWayBytes = 16;
    private const int FirstPiece = 16 * 1024;

    private byte[] packed = [];
    private byte[] unpacked = [];
    private int length;

    /// <summary>The unpacked bytes; none where the block holds nothing of what was asked for.</summary>
    public ReadOnlySpan<byte> Bytes => unpacked.AsSpan(0, length);

    /// <summary>The block's possible contents, as far as it was looked at.</summary>
    public OsmContents Contents { get; private set; }

    /// <summary>Unpacks a block, or only its beginning where that shows that it holds nothing of what is wanted.</summary>
    /// <returns>Null, or why the extract is refused.</returns>
    public MapRefusal? Unpack(OsmPbfFile file, OsmBlob blob, OsmContents wanted)
    {
        length = 0;
        Contents = OsmContents.All;
        Grow(ref packed, blob.Length);
        var bytes = packed.AsSpan(0, blob.Length);
        if (!file.TryRead(blob.Offset, bytes))
        {
            return file.Refuse(MapFault.Truncated, RemarkKind.ExtractCutInBlock, blob.Offset);
        }

        var cursor = new ByteCursor(bytes);
        ReadOnlySpan<byte> raw = default, zlib = default;
        ulong rawSize = 0;
        var other = 0;
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(1))
            {
                raw = cursor.ReadPiece();
                rawSize = (ulong)raw.Length;
            }
            else if (field.IsVarint(2))
            {
                rawSize = cursor.ReadVarint();
            }
            else if (field.IsPiece(3))
            {
                zlib = cursor.ReadPiece();
            }
            else
            {
                other = field.WireType == ProtoField.Piece ? field.Number : other;
                cursor.Skip(field);
            }
        }

        if (cursor.Failed)
        {
            return file.Refuse(MapFault.Damaged, RemarkKind.BlockUnreadable, blob.Offset);
        }

        if (rawSize > OsmPbfFile.LongestBlob)
        {
            return file.Refuse(
                MapFault.TooLarge,
                new Remark(RemarkKind.BlockUnpacksTooFar, (long)Math.Min(rawSize, long.MaxValue), Other: OsmPbfFile.LongestBlob),
                blob.Offset);
        }

        Grow(ref unpacked, (int)rawSize);
        if (!raw.IsEmpty)
        {
            raw.CopyTo(unpacked);
            length = raw.Length;
            return null;
        }

        if (zlib.IsEmpty && (other != 0 || rawSize > 0))
        {
            return file.Refuse(
                MapFault.Unsupported,
                NameOf(other) is { } method ? new Remark(RemarkKind.BlockCompressed, Name: method) : RemarkKind.BlockCompressedUnknown,
                blob.Offset);
        }

        return Inflate(zlib, (int)rawSize, wanted)
            ? null
            : file.Refuse(MapFault.Damaged, RemarkKind.BlockLengthWrong, blob.Offset);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Grow(ref packed, 0);
        Grow(ref unpacked, 0);
        length = 0;
    }

    private bool Inflate(ReadOnlySpan<byte> zlib, int size, OsmContents wanted)
    {
        if (size == 0)
        {
            return zlib.IsEmpty;
        }

        try
        {
            // The framework unpacks from a stream only: one over the packed bytes where they stand.
            packed.AsSpan().Overlaps(zlib, out var offset);
            using var stream = new ZLibStream(new MemoryStream(packed, offset, zlib.Length, writable: false), CompressionMode.Decompress);
            var filled = 0;
            while (filled < size)
            {
                // The first piece shows what the block holds; in the pass over ways most blocks are done with it.
                var piece = unpacked.AsSpan(filled, filled == 0 ? Math.Min(size, FirstPiece) : size - filled);
                var read = stream.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
                filled += read;
                if (read < piece.Length)
                {
                    return false;
                }

                Contents = OsmGroups.Peek(unpacked.AsSpan(0, filled), size - LeastWayBytes);
                if ((Contents & wanted) == OsmContents.None)
                {
                    return true;
                }
            }

            if (stream.ReadByte() >= 0)
            {
                return false;
            }

            length = size;
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static void Grow(ref byte[] buffer, int size)
    {
        if (size == 0 || buffer.Length < size)
        {
            if (buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            buffer = size == 0 ? [] : ArrayPool<byte>.Shared.Rent(size);
        }
    }

    private static string? NameOf(int field) => field switch
    {
        4 => "LZMA",
        5 => "bzip2",
        6 => "LZ4",
        7 => "Zstandard",
        _ => null,
    };
}

/// <summary>The things that a pass looks for in a block.</summary>
[Flags]
internal enum OsmContents
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
    All = Nodes | Ways | Relations,
}
