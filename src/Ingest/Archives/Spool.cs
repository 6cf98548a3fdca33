using System.IO.Hashing;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>A stream copied to where it can be read again: a file into memory, an archive into a file that nobody else can name.</summary>
internal sealed class Spool : IDisposable
{
    /// <summary>So many first bytes tell the packing: a tar says what it is after its first file's name and numbers. [bytes]</summary>
    public const int HeadBytes = 512;

    private const int ChunkBytes = 1 << 16;
    private const int TarMagicAt = 257;

    private Spool(Stream? content, uint crc, ReadFault fault, Remark reason)
    {
        Content = content;
        Crc = crc;
        Fault = fault;
        Reason = reason;
    }

    /// <summary>The copy, at its beginning; null when it was refused.</summary>
    public Stream? Content { get; }

    /// <summary>CRC-32 of what was copied.</summary>
    public uint Crc { get; }

    /// <summary>Why it was refused.</summary>
    public ReadFault Fault { get; }

    /// <summary>The remark on the refusal.</summary>
    public Remark Reason { get; }

    /// <summary>The copy of a file that takes a password.</summary>
    public static Spool Encrypted => Refused(ReadFault.UnsupportedArchive, RemarkKind.FileEncrypted);

    /// <summary>The copy of a file that is packed in no way that we unpack.</summary>
    public static Spool OtherMethod => Refused(ReadFault.UnsupportedArchive, RemarkKind.FilePackedOtherwise);

    /// <summary>Tells the packing of a stream. It must be able to seek, and is left at its beginning.</summary>
    public static PackedAs Tell(Stream content) => Tell(Head(content));

    /// <summary>Tells the packing by the first bytes.</summary>
    public static PackedAs Tell(ReadOnlySpan<byte> head) => head switch
    {
        // A local header; the end record of an empty archive; the mark of a split one.
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] or [(byte)'P', (byte)'K', 7, 8, ..] => PackedAs.Zip,
        [0x1F, 0x8B, ..] => PackedAs.Gzip,
        { Length: >= HeadBytes } when head[TarMagicAt..].StartsWith("ustar"u8) => PackedAs.Tar,
        _ when UnreadPacking.Of(head) is not null => PackedAs.Unread,
        _ => PackedAs.Nothing,
    };

    /// <summary>The first bytes of a stream. It must be able to seek, and is left at its beginning.</summary>
    public static ReadOnlySpan<byte> Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[HeadBytes];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return head.AsSpan(0, length);
    }

    /// <summary>A copy, or a stream over the source, which it then owns.</summary>
    /// <param name="use">A stream or a copy.</param>
    /// <param name="source">What to copy, from where it stands.</param>
    /// <param name="packedBytes">Length of what it is unpacked from, or null where it is not known. [bytes]</param>
    /// <param name="crc">What its archive states; null where that is lost. A stream is not checked.</param>
    /// <param name="budget">Counts what comes out.</param>
    public static Spool Of(MemberUse use, Stream source, long? packedBytes, uint? crc, ArchiveBudget budget)
    {
        if (use is MemberUse.Stream)
        {
            return new Spool(new BudgetStream(source, packedBytes, budget), 0, default, default);
        }

        using (source)
        {
            return Copy(source, packedBytes, budget).Checked(crc);
        }
    }

    /// <summary>Copies to the end, or to a limit.</summary>
    /// <param name="source">What to copy, from where it stands.</param>
    /// <param name="packedBytes">Length of what it is unpacked from, or null where it is not known. [bytes]</param>
    /// <param name="budget">Counts what comes out.</param>
    public static Spool Copy(Stream source, long? packedBytes, ArchiveBudget budget)
    {
        Stream? target = null;
        try
        {
            var chunk = new byte[ChunkBytes];
            var crc = new Crc32();
            var maxBytes = 0L;
            for (var total = 0L; ;)
            {
                var count = source.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
                if (target is null)
                {
                    var isArchive = Tell(chunk.AsSpan(0, count)) is PackedAs.Zip or PackedAs.Tar;
                    target = isArchive ? budget.Limits.Spool.Open() : new MemoryStream();
                    maxBytes = isArchive ? budget.Limits.MaxNestedBytes : budget.Limits.MaxMemberBytes;
                }

                total += count;
                if (!budget.TryTakeBytes(count, total, packedBytes, maxBytes, out var excess))
                {
                    target.Dispose();
                    return Refused(ReadFault.TooLarge, excess);
                }

                target.Write(chunk, 0, count);
                crc.Append(chunk.AsSpan(0, count));
                if (count < chunk.Length)
                {
                    target.Position = 0;
                    return new Spool(target, crc.GetCurrentHashAsUInt32(), default, default);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            target?.Dispose();
            return Refused(ReadFault.DamagedArchive, RemarkKind.PackedDataDamaged);
        }
        catch
        {
            target?.Dispose();
            throw;
        }
    }

    /// <summary>The copy if its checksum is the one stated, else its refusal.</summary>
    /// <param name="crc">What its archive states; null where that is lost, and nothing can be checked.</param>
    public Spool Checked(uint? crc)
    {
        if (Content is null || crc is null || crc == Crc)
        {
            return this;
        }

        Dispose();
        return Refused(ReadFault.DamagedArchive, RemarkKind.ChecksumWrong);
    }

    /// <inheritdoc/>
    public void Dispose() => Content?.Dispose();

    private static Spool Refused(ReadFault fault, Remark reason) => new(null, 0, fault, reason);
}

/// <summary>Tells by their first bytes the ways of packing that are not read, so that a runner learns what to do instead.</summary>
internal static class UnreadPacking
{
    /// <summary>Name of the way; null where the bytes show none of them.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        // bzip2 and its block or end mark, the digits of pi or of its root.
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..]
            or [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x17, 0x72, 0x45, 0x38, ..] => "bzip2",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "7-Zip",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => "RAR",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "Zstandard",
        [0x04, 0x22, 0x4D, 0x18, ..] => "LZ4",
        [(byte)'L', (byte)'Z', (byte)'I', (byte)'P', 1, ..] => "lzip",
        [0x1F, 0x9D, ..] => "compress",
        _ => null,
    };
}
