using System.Formats.Tar;
using KneeLoad.Ingest.Archives;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed class TarWalkTests
{
    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Files_come_in_their_order_in_every_format(TarEntryFormat format)
    {
        var tar = Made(format, writer =>
        {
            Write(writer, format, "one.gpx", [1, 2, 3]);
            Write(writer, format, "folder/two.gpx", [4]);
        });

        Assert.Equal([("one.gpx", "010203"), ("folder/two.gpx", "04")], Files(tar, out var isDamaged));
        Assert.False(isDamaged);
    }

    [Fact]
    public void Folders_and_links_are_passed_over()
    {
        var tar = Made(TarEntryFormat.Pax, writer =>
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "folder/"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard") { LinkName = "one.gpx" });
            Write(writer, TarEntryFormat.Pax, "one.gpx", [1]);
        });

        Assert.Equal([("one.gpx", "01")], Files(tar, out _));
    }

    [Fact]
    public void A_file_without_content_is_an_empty_file()
    {
        var tar = Made(TarEntryFormat.Ustar, writer => writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "empty.gpx")));

        Assert.Equal([("empty.gpx", string.Empty)], Files(tar, out _));
    }

    [Fact]
    public void A_header_whose_checksum_is_wrong_ends_the_walk_as_damage()
    {
        var tar = Made(TarEntryFormat.Ustar, writer =>
        {
            Write(writer, TarEntryFormat.Ustar, "one.gpx", [1]);
            Write(writer, TarEntryFormat.Ustar, "two.gpx", [2]);
        });

        // A header and a block of content have 512 bytes each; the checksum stands at byte 148 of a header.
        tar[1024 + 148] = (byte)'9';

        Assert.Equal([("one.gpx", "01")], Files(tar, out var isDamaged));
        Assert.True(isDamaged);
    }

    [Fact]
    public void An_archive_of_nothing_is_no_damage()
    {
        Assert.Empty(Files(new byte[1024], out var isDamaged));
        Assert.False(isDamaged);
    }

    [Fact]
    public void The_content_stays_open_after_the_walk()
    {
        using var content = new MemoryStream(new byte[1024]);
        new TarWalk(content).Dispose();

        Assert.True(content.CanRead);
    }

    private static byte[] Made(TarEntryFormat format, Action<TarWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, format, leaveOpen: true))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    private static void Write(TarWriter writer, TarEntryFormat format, string name, byte[] content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new PaxTarEntry(TarEntryType.RegularFile, name),
        };
        entry.DataStream = new MemoryStream(content);
        writer.WriteEntry(entry);
    }

    private static List<(string Name, string Content)> Files(byte[] tar, out bool isDamaged)
    {
        using var walk = new TarWalk(new MemoryStream(tar));
        var files = new List<(string, string)>();
        while (walk.Next() is { } member)
        {
            using var copy = member.Unpack(new ArchiveBudget(ArchiveLimits.Default, null), MemberUse.Whole);
            files.Add((member.Name, Convert.ToHexString(((MemoryStream)copy.Content!).ToArray())));
        }

        isDamaged = walk.IsDamaged;
        return files;
    }
}
