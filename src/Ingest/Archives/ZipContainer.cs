using System.Buffers.Binary;
using System.IO.Compression;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>Opens a zip archive and its entries, and says why one cannot be opened.</summary>
internal static class ZipContainer
{
    // An entry of the central directory has 46 bytes and its name.
    private const int MeanEntryBytes = 160;
    private const int EndRecordBytes = 22;
    private const int LongestComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> SplitMark => "PK\u0007\u0008"u8;

    /// <summary>Opens an archive.</summary>
    /// <param name="content">The whole archive; stays open.</param>
    /// <param name="limits">What its directory must keep to.</param>
    /// <param name="fault">Why it cannot be opened.</param>
    /// <param name="reason">What is said of it.</param>
    /// <returns>Null where it cannot be opened.</returns>
    public static ZipArchive? Open(Stream content, ArchiveLimits limits, out ReadFault fault, out Remark reason)
    {
        (fault, reason) = default((ReadFault, Remark));
        if (CheckDirectory(content, limits) is { } refusal)
        {
            (fault, reason) = refusal;
            return null;
        }

        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            // The directory is read here, not at the constructor.
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            archive?.Dispose();
            (fault, reason) = (ReadFault.DamagedArchive, RemarkKind.ArchiveDirectoryDamaged);
            return null;
        }
    }

    /// <summary>The files that the archive's directory names.</summary>
    public static IEnumerable<ZipMember> Members(ZipArchive archive) =>
        archive.Entries.Select(entry => new ZipMember(entry.FullName, (budget, use) => Unpack(entry, budget, use)));

    /// <summary>Looks at the end record before the framework reads the whole directory into memory.</summary>
    private static (ReadFault Fault, Remark Reason)? CheckDirectory(Stream content, ArchiveLimits limits)
    {
        var tail = new byte[Math.Min(content.Length, EndRecordBytes + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 && ReadAt(content, 0, SplitMark.Length).AsSpan().SequenceEqual(SplitMark))
        {
            return (ReadFault.UnsupportedArchive, RemarkKind.ArchiveSplit);
        }

        if (at < 0 || tail.Length - at < EndRecordBytes)
        {
            return (ReadFault.DamagedArchive, RemarkKind.ArchiveDirectoryMissing);
        }

        var end = tail.AsSpan(at);
        var (disk, directoryOffset) = (BinaryPrimitives.ReadUInt16LittleEndian(end[4..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        if (disk is not (0 or ushort.MaxValue))
        {
            return (ReadFault.UnsupportedArchive, RemarkKind.ArchiveSplit);
        }

        // What may be directory, whatever the record claims: all from its offset on. Zip64 (an offset of all ones) keeps it in a record before.
        var offset = directoryOffset == uint.MaxValue ? Zip64Offset(content, content.Length - tail.Length + at) : directoryOffset;
        var directoryBytes = content.Length - offset;
        return directoryBytes > (long)limits.MaxMembers * MeanEntryBytes
            ? (ReadFault.TooLarge, new Remark(RemarkKind.ArchiveOfTooManyFiles, limits.MaxMembers))
            : null;
    }

    /// <summary>The beginning of the directory by the zip64 record that the locator before the end record names; 0 where there is none.</summary>
    private static long Zip64Offset(Stream content, long endRecord)
    {
        const int locatorBytes = 20;
        const int recordBytes = 56;
        var locator = ReadAt(content, endRecord - locatorBytes, locatorBytes);
        if (!locator.AsSpan().StartsWith("PK\u0006\u0007"u8))
        {
            return 0;
        }

        var record = ReadAt(content, BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)), recordBytes);
        return record.AsSpan().StartsWith("PK\u0006\u0006"u8) ? Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)), 0, content.Length) : 0;
    }

    private static byte[] ReadAt(Stream content, long offset, int count)
    {
        if (offset < 0 || offset > content.Length - count)
        {
            return [];
        }

        var bytes = new byte[count];
        content.Position = offset;
        content.ReadExactly(bytes);
        content.Position = 0;
        return bytes;
    }

    private static Spool Unpack(ZipArchiveEntry entry, ArchiveBudget budget, MemberUse use)
    {
        if (entry.IsEncrypted)
        {
            return Spool.Encrypted;
        }

        try
        {
            return Spool.Of(use, entry.Open(), entry.CompressedLength, entry.Crc32, budget);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return Spool.OtherMethod;
        }
    }

    private static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;
}

/// <summary>One file in a zip archive, whether its directory names it or it was found without one.</summary>
/// <param name="Name">Its name as the archive has it.</param>
/// <param name="Unpack">Unpacks it as far as it is asked for, and holds a copy against its checksum; says why where that cannot be.</param>
internal sealed record ZipMember(string Name, Func<ArchiveBudget, MemberUse, Spool> Unpack);
