using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Archives;
using static KneeLoad.Ingest.Tests.Archives.MadeArchives;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>The members of sound archives: all are there, under their names.</summary>
public sealed class ArchiveReaderTests
{
    [Fact]
    public void A_file_that_is_no_archive_is_its_own_only_member()
    {
        var member = Assert.Single(Members(Run, "run.gpx"));

        Assert.Equal("run.gpx", member.Name);
        Assert.Equal(Run, member.Content.ToArray());
    }

    [Fact]
    public void Gzip_keeps_its_name()
    {
        var member = Assert.Single(Members(Gzip(Run), "run.gpx.gz"));

        Assert.Equal("run.gpx.gz", member.Name);
        Assert.Equal(Run, member.Content.ToArray());
    }

    [Fact]
    public void AR_04_An_account_export_of_zips_and_gzips_is_unpacked_whole()
    {
        var inner = Zip(("1.gpx", Run), ("2.gpx.gz", Gzip(Run)));
        var export = Zip(("activities/a.gpx.gz", Gzip(Run)), ("uploads/part1.zip", inner), ("empty/", []));

        var members = Members(export, "export.zip");

        Assert.Equal(
            ["export.zip!/activities/a.gpx.gz", "export.zip!/uploads/part1.zip!/1.gpx", "export.zip!/uploads/part1.zip!/2.gpx.gz"],
            members.Select(member => member.Name));
        Assert.All(members, member => Assert.Equal(Run, member.Content.ToArray()));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        using var stream = new GZipStream(new MemoryStream(Gzip(Zip(("a.gpx", Run)))), CompressionMode.Decompress);

        var member = Assert.Single(ArchiveReader.Members(stream, "x.zip"));

        Assert.Equal(Run, member.Content.ToArray());
    }

    [Theory]
    [InlineData("../../x.gpx")]
    [InlineData("/abs.gpx")]
    [InlineData("a/../../b.gpx")]
    [InlineData("..\\..\\x.gpx")]
    public void AR_05_A_name_that_climbs_out_is_a_name_and_nothing_else(string name)
    {
        var member = Assert.Single(Members(Zip((name, Run)), "x.zip"));

        Assert.Equal($"x.zip!/{name}", member.Name);
        Assert.Equal(Run, member.Content.ToArray());
    }

    [Fact]
    public void Control_characters_do_not_come_through_in_names()
    {
        var member = Assert.Single(Members(Zip(("a\r\n\u001b[31mb.gpx", Run)), "x.zip"));

        Assert.DoesNotContain(member.Name, char.IsControl);
    }

    [Fact]
    public void AR_06_Equal_names_are_all_counted()
    {
        var members = Members(Zip([.. Enumerable.Repeat(("same.gpx", Run), 1000)]), "x.zip");

        Assert.Equal(1000, members.Count(member => member.Refusal is null));
    }

    [Fact]
    public void AR_04_Zip64_is_read()
    {
        var members = Members(Zip([.. Enumerable.Range(0, 66_000).Select(number => ($"{number}", Array.Empty<byte>()))]), "x.zip");

        Assert.Equal(66_000, members.Count);
        Assert.DoesNotContain(members, member => member.Refusal is not null);
    }

    [Fact]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        // Other tests unpack at the same time: a file is ours when it holds a mark that nobody else has.
        var mark = Encoding.UTF8.GetBytes(Guid.NewGuid().ToString());
        var inner = Zip(streamed: false, CompressionLevel.NoCompression, ("a.gpx", [.. Run, .. mark]));

        _ = Members(Zip(("part1.zip", inner)), "x.zip");

        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "????????.???"), file => ReadIfThere(file).AsSpan().IndexOf(mark) >= 0);
    }

    private static byte[] ReadIfThere(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [Fact]
    public void Shadows_of_the_Finder_are_no_members()
    {
        var members = Members(Zip(("a.gpx", Run), ("__MACOSX/._a.gpx", [0, 5, 22, 7])), "x.zip");

        Assert.Single(members);
    }
}
