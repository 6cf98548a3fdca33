using System.IO.Compression;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>The folder that archives within archives lie in while they are read.</summary>
public sealed class SpoolFolderTests
{
    [Fact]
    public void AR_10_An_archive_within_an_archive_leaves_nothing_behind_whatever_ends_its_reading()
    {
        using var scratch = new ScratchFolder();
        var spool = new SpoolFolder(Path.Combine(scratch.Path, "incoming"), 1 << 20);
        var members = ArchiveReader.Members(new MemoryStream(Nested()), "x.zip", ArchiveLimits.Default with { Spool = spool }).GetEnumerator();

        Assert.True(members.MoveNext());
        Assert.True(spool.HeldBytes > 0);
        // Unlinked as soon as it is open: a process that is killed here leaves nothing.
        Assert.Empty(OperatingSystem.IsWindows() ? [] : Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories));

        members.Dispose();
        Assert.Equal(0, spool.HeldBytes);
        Assert.Empty(Directory.EnumerateFiles(scratch.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void AR_02_An_archive_within_an_archive_has_a_limit_of_its_own()
    {
        using var scratch = new ScratchFolder();
        var spool = new SpoolFolder(scratch.Path, 1 << 20);

        var refused = Assert.Single(ArchiveReader.Members(
            new MemoryStream(Nested()), "x.zip", ArchiveLimits.Default with { Spool = spool, MaxNestedBytes = 1_000 }));

        Assert.Equal(ReadFault.TooLarge, refused.Refusal?.Fault);
        Assert.Equal(0, spool.HeldBytes);
    }

    [Fact]
    public void AR_02_All_archives_within_archives_together_fill_no_more_than_their_share_of_the_disk()
    {
        using var scratch = new ScratchFolder();
        var spool = new SpoolFolder(scratch.Path, 1_000);

        Assert.Throws<IOException>(() => ArchiveReader.Members(new MemoryStream(Nested()), "x.zip", ArchiveLimits.Default with { Spool = spool }).Count());

        Assert.Equal(0, spool.HeldBytes);
        Assert.Empty(Directory.EnumerateFiles(scratch.Path));
    }

    // A zip of noise within a zip: it shrinks no further.
    private static byte[] Nested() => Zip("inner.zip", Zip("noise.gpx", Noise()));

    private static byte[] Noise()
    {
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return packed.ToArray();
    }
}
