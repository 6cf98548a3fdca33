using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed class SpoolTests
{
    private static readonly byte[] Digits = [.. "123456789"u8];

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, PackedAs.Zip)]
    [InlineData(new byte[] { 0x50, 0x4B, 5, 6 }, PackedAs.Zip)]
    [InlineData(new byte[] { 0x50, 0x4B, 7, 8 }, PackedAs.Zip)]
    [InlineData(new byte[] { 0x1F, 0x8B }, PackedAs.Gzip)]
    [InlineData(new byte[] { 0x1F, 0x9D }, PackedAs.Unread)]
    [InlineData(new byte[] { 0x50, 0x4B, 1, 2 }, PackedAs.Nothing)]
    [InlineData(new byte[] { 0x50, 0x4B, 3 }, PackedAs.Nothing)]
    [InlineData(new byte[] { 0x1F }, PackedAs.Nothing)]
    [InlineData(new byte[0], PackedAs.Nothing)]
    internal void The_first_bytes_tell_the_packing(byte[] head, PackedAs packed)
    {
        using var content = new MemoryStream(head);
        content.Position = content.Length;

        Assert.Equal(packed, Spool.Tell(content));
        Assert.Equal(0, content.Position);
    }

    [Theory]
    [InlineData(512, PackedAs.Tar)]
    [InlineData(511, PackedAs.Nothing)]
    internal void A_tar_is_told_by_its_mark_in_a_whole_header(int length, PackedAs packed)
    {
        var head = new byte[length];
        "ustar"u8.CopyTo(head.AsSpan(257));
        using var content = new MemoryStream(head);

        Assert.Equal(packed, Spool.Tell(content));
    }

    [Fact]
    public void A_copy_stands_at_its_beginning_and_knows_its_checksum()
    {
        using var copy = Copy(Digits);

        Assert.Equal(Digits, ((MemoryStream)copy.Content!).ToArray());
        Assert.Equal(0, copy.Content!.Position);

        // The catalogue of such checks lists CRC-32 with 0xCBF43926 for "123456789".
        Assert.Equal(0xCBF43926, copy.Crc);
    }

    [Fact]
    public void A_checksum_that_is_right_or_lost_leaves_the_copy_and_a_wrong_one_refuses_it()
    {
        using var copy = Copy(Digits);

        Assert.Same(copy, copy.Checked(0xCBF43926));
        Assert.Same(copy, copy.Checked(null));
        var wrong = copy.Checked(1);
        Assert.Null(wrong.Content);
        Assert.Equal((ReadFault.DamagedArchive, RemarkKind.ChecksumWrong), (wrong.Fault, wrong.Reason.Kind));
    }

    [Fact]
    public void A_copy_that_was_refused_keeps_its_reason_whatever_the_checksum()
    {
        Assert.Equal(RemarkKind.FileEncrypted, Spool.Encrypted.Checked(1).Reason.Kind);
        Assert.Equal(RemarkKind.FilePackedOtherwise, Spool.OtherMethod.Checked(1).Reason.Kind);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void Contents_of_about_one_chunk_are_whole(int length)
    {
        var noise = MadeArchives.Noise(length);
        using var copy = Copy(noise);

        Assert.Equal(noise, ((MemoryStream)copy.Content!).ToArray());
    }

    [Fact]
    public void An_empty_content_is_an_empty_copy()
    {
        using var copy = Copy([]);

        Assert.Equal((0, 0u), (copy.Content!.Length, copy.Crc));
    }

    [Fact]
    public void An_archive_within_goes_to_the_folder_and_has_the_limit_of_archives()
    {
        using var folder = new ScratchFolder();
        var spool = new SpoolFolder(folder.Path, 1000);
        var limits = ArchiveLimits.Default with { MaxMemberBytes = 3, MaxNestedBytes = 100, Spool = spool };

        using (var copy = Spool.Copy(new MemoryStream([0x50, 0x4B, 3, 4, 9, 9]), null, new ArchiveBudget(limits, null)))
        {
            Assert.Equal(6, spool.HeldBytes);
            Assert.IsAssignableFrom<FileStream>(copy.Content);
        }

        Assert.Equal(0, spool.HeldBytes);
        using var plain = Spool.Copy(new MemoryStream([1, 2, 3, 4]), null, new ArchiveBudget(limits, null));
        Assert.Equal((ReadFault.TooLarge, new Remark(RemarkKind.FileTooLong, 3)), (plain.Fault, plain.Reason));
    }

    private static Spool Copy(byte[] content) => Spool.Copy(new MemoryStream(content), null, new ArchiveBudget(ArchiveLimits.Default, null));
}
