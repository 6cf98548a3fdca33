using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Archives;

/// <summary>
/// Finds the files of a zip archive whose directory is missing or damaged, by the header that stands before each
/// (PKWARE's description of the format, section 4.3.7). One pass from front to back: nothing is found twice.
/// </summary>
/// <param name="content">What there is of the archive; it must be able to seek.</param>
internal sealed class ZipWalk(Stream content)
{
    private const int HeaderBytes = 30;
    private const int DescriptorBytes = 24;
    private const int EncryptedBit = 1;
    private const int DescriptorBit = 1 << 3;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const ushort Zip64Extra = 1;

    private readonly byte[] window = new byte[1 << 16];
    private long windowStart;
    private int windowLength;

    /// <summary>The files, each found when it is asked for. One that breaks off is there as far as it goes.</summary>
    public IEnumerable<ZipMember> Members()
    {
        var next = 0L;
        while (Find("PK\u0003\u0004"u8, next, dataStart: null) is { } position)
        {
            if (MemberAt(position, out next) is { } member)
            {
                yield return member;
            }
        }
    }

    /// <summary>The file whose header stands at a position.</summary>
    /// <param name="position">Where its header begins. [bytes]</param>
    /// <param name="next">Where to look for the next. [bytes]</param>
    /// <returns>Null where the header is cut off, or is none.</returns>
    private ZipMember? MemberAt(long position, out long next)
    {
        next = position + 1;
        var header = From(position, HeaderBytes);
        if (header.Length < HeaderBytes)
        {
            return null;
        }

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var headerLength = HeaderBytes + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        header = From(position, headerLength);
        if (header.Length < headerLength)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        uint? crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
        var packedLength = PackedLength(header[..headerLength], HeaderBytes + nameLength);
        var name = Encoding.UTF8.GetString(header.Slice(HeaderBytes, nameLength));

        var start = position + headerLength;
        var end = start + packedLength;
        if ((flags & DescriptorBit) != 0 && packedLength == 0)
        {
            // Packed as a stream: length and checksum stand behind the data.
            var descriptor = Find("PK\u0007\u0008"u8, start, dataStart: start);
            end = descriptor ?? long.MaxValue;
            crc = descriptor is { } at ? BinaryPrimitives.ReadUInt32LittleEndian(From(at, DescriptorBytes)[4..]) : null;
        }

        if (end < start || end > content.Length)
        {
            (end, crc) = (content.Length, null);
        }

        next = end;
        return new(name, (budget, use) => Unpack(flags, method, start, end - start, crc, budget, use));
    }

    private Spool Unpack(ushort flags, ushort method, long start, long length, uint? crc, ArchiveBudget budget, MemberUse use)
    {
        if ((flags & EncryptedBit) != 0)
        {
            return Spool.Encrypted;
        }

        var packed = new StreamRange(content, start, length);
        return method switch
        {
            Stored => Spool.Of(use, packed, length, crc, budget),
            Deflated => Spool.Of(use, new DeflateStream(packed, CompressionMode.Decompress), length, crc, budget),
            _ => Spool.OtherMethod,
        };
    }

    /// <summary>Length of the packed data as the header states it; in zip64 an extra field does so instead.</summary>
    private static long PackedLength(ReadOnlySpan<byte> header, int extraAt)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        for (var extra = header[extraAt..]; length == uint.MaxValue && extra.Length >= 4;)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == Zip64Extra && extra.Length >= 20)
            {
                // The unpacked length stands first.
                return BinaryPrimitives.ReadInt64LittleEndian(extra[12..]);
            }

            extra = extra[Math.Min(4 + size, extra.Length)..];
        }

        return length;
    }

    /// <summary>The offset of a mark; null where there is none.</summary>
    /// <param name="mark">Its bytes.</param>
    /// <param name="position">Where to begin. [bytes]</param>
    /// <param name="dataStart">
    /// For the mark behind a file's data, where the data begins: the length behind the mark must be that of the data, since
    /// packed data can hold the mark's bytes by chance. Null for any other mark. [bytes]
    /// </param>
    private long? Find(ReadOnlySpan<byte> mark, long position, long? dataStart)
    {
        while (position <= content.Length - mark.Length)
        {
            var bytes = From(position, DescriptorBytes);
            var at = bytes.IndexOf(mark);
            if (at < 0)
            {
                position += Math.Max(1, bytes.Length - DescriptorBytes + 1);
                continue;
            }

            position += at;
            if (dataStart is not { } start || Describes(From(position, DescriptorBytes), position - start))
            {
                return position;
            }

            position++;
        }

        return null;
    }

    // Mark, checksum, packed length of 4 bytes, or of 8 in zip64.
    private static bool Describes(ReadOnlySpan<byte> descriptor, long packedLength) =>
        (descriptor.Length >= 12 && BinaryPrimitives.ReadUInt32LittleEndian(descriptor[8..]) == packedLength)
        || (descriptor.Length >= 16 && BinaryPrimitives.ReadInt64LittleEndian(descriptor[8..]) == packedLength);

    /// <summary>The bytes from a position on: as many as asked for or more, fewer at the archive's end or beyond the window's size.</summary>
    private ReadOnlySpan<byte> From(long position, int count)
    {
        var windowEnd = windowStart + windowLength;
        if (position < windowStart || position > windowEnd || (position + count > windowEnd && windowEnd < content.Length))
        {
            windowStart = content.Position = position;
            windowLength = content.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
        }

        return window.AsSpan(0, windowLength)[(int)(position - windowStart)..];
    }
}
