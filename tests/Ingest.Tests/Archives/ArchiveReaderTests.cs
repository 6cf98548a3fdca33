using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed partial class ArchiveReaderTests
{
    private static readonly byte[] Run = new GpxFileBuilder().Track("running").Point(new() { Latitude = 1, Longitude = 2 }).ToBytes();

    [Fact]
    public void A_file_that_is_no_archive_is_its_own_only_member()
    {
        var member = Assert.Single(Members(Run, "run.gpx"));

        Assert.Equal("run.gpx", member.Name);
        Assert.Equal(Run, member.Content.ToArray());
    }

    [Theory]
    [InlineData("BZh91AY&SY", "bzip2")]
    [InlineData("\u00fd7zXZ\0", "xz")]
    [InlineData("7z\u00bc\u00af\u0027\u001c", "7-Zip")]
    [InlineData("Rar!\u001a\u0007\0", "RAR")]
    [InlineData("\u0028\u00b5\u002f\u00fd", "Zstandard")]
    public void A_way_of_packing_that_is_not_read_is_named_also_within_another(string head, string name)
    {
        var packed = Encoding.Latin1.GetBytes(head + "and much more");

        Assert.Equal(new Remark(RemarkKind.PackedAsUnread, Name: name), Assert.Single(Members(packed, "export.tar.bz2")).Refusal?.Reason);
        Assert.Equal(new Remark(RemarkKind.PackedAsUnread, Name: name), Assert.Single(Members(Zip(("export", packed)), "x.zip")).Refusal?.Reason);
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

        Assert.Equal(["export.zip!/activities/a.gpx.gz", "export.zip!/uploads/part1.zip!/1.gpx", "export.zip!/uploads/part1.zip!/2.gpx.gz"], members.Select(member => member.Name));
        Assert.All(members, member => Assert.Equal(Run, member.Content.ToArray()));
    }

    [Fact]
    public void AR_04_A_fifth_zip_inside_is_refused_by_name()
    {
        var export = Zip(("a.zip", Zip(("b.zip", Zip(("c.zip", Zip(("d.zip", Zip(("e.zip", Zip(("f.gpx", Run))))))))))));

        var member = Assert.Single(Members(export, "x.zip"));

        Assert.Equal("x.zip!/a.zip!/b.zip!/c.zip!/d.zip!/e.zip", member.Name);
        Assert.Equal(ReadFault.UnsupportedArchive, member.Refusal?.Fault);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        using var stream = new GZipStream(new MemoryStream(Gzip(Zip(("a.gpx", Run)))), CompressionMode.Decompress);

        var member = Assert.Single(ArchiveReader.Members(stream, "x.zip"));

        Assert.Equal(Run, member.Content.ToArray());
    }

    [Fact]
    public void AR_03_A_length_that_lies_changes_nothing()
    {
        var archive = Zip(("zeros.fit", new byte[8 << 20]));
        // The central directory claims a length of one byte.
        var central = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        archive.AsSpan(central + 24, 4).Clear();
        archive[central + 24] = 1;

        var member = Assert.Single(Members(archive, "x.zip"));

        Assert.NotNull(member.Refusal);
    }

    [Fact]
    public void AR_08_One_bad_among_a_hundred_good_is_one_refusal()
    {
        var files = Enumerable.Range(0, 101).Select(number => ($"{number}.gpx", Run)).ToArray();
        var archive = Zip(files);
        Damage(archive, member: 50);

        var results = ActivityReader.ReadAll(new MemoryStream(archive), "x.zip").ToList();

        Assert.Equal(100, results.Count(file => file.Result.Status == ReadStatus.Read));
        var bad = Assert.Single(results, file => file.Result.Status == ReadStatus.Rejected);
        Assert.Equal("x.zip!/50.gpx", bad.Name);
        Assert.Equal(ReadFault.DamagedArchive, bad.Result.Fault);
        Assert.NotNull(bad.Result.Reason);
    }

    [Fact]
    public void A_file_that_is_no_run_is_left_aside_among_the_good()
    {
        var results = ActivityReader.ReadAll(new MemoryStream(Zip(("a.gpx", Run), ("note.txt", "hello"u8.ToArray()), ("b.gpx", Run))), "x.zip").ToList();

        Assert.Equal([ReadStatus.Read, ReadStatus.LeftAside, ReadStatus.Read], results.Select(file => file.Result.Status));
    }

    [Fact]
    public void Gzip_cut_short_gives_what_it_holds_and_says_so()
    {
        var points = Enumerable.Range(0, 5000).Select(second => new GpxPoint { Latitude = second * 0.001, Longitude = 2 });
        var packed = Gzip(new GpxFileBuilder().Track("running").Points(points).ToBytes());

        var (_, result) = Assert.Single(ActivityReader.ReadAll(new MemoryStream(packed[..(packed.Length / 2)]), "x.gpx.gz"));

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.Truncated, result.Fault);
        Assert.InRange(result.Activities[0].Records.Count, 1000, 4000);
    }

    [Fact]
    public void Gzip_with_a_wrong_checksum_is_refused()
    {
        var packed = Gzip(Run);
        packed[^5] ^= 1;

        var member = Assert.Single(Members(packed, "x.gpx.gz"));

        Assert.Equal(ReadFault.DamagedArchive, member.Refusal?.Fault);
    }

    [Fact]
    public void AR_04_An_encrypted_file_is_named_and_refused()
    {
        var archive = Zip(("a.gpx", Run), ("b.gpx", Run));
        // Bit 0 of the flags, in the local header and in the directory.
        archive[6] |= 1;
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        var members = Members(archive, "x.zip");

        Assert.Equal(ReadFault.UnsupportedArchive, members[0].Refusal?.Fault);
        Assert.Equal(RemarkKind.FileEncrypted, members[0].Refusal?.Reason?.Kind);
        Assert.Null(members[1].Refusal);
    }

    [Fact]
    public void AR_04_A_part_of_a_split_archive_is_refused()
    {
        var archive = Zip(("a.gpx", Run));
        archive[^18] = 1;

        var member = Assert.Single(Members(archive, "x.zip"));

        Assert.Equal(ReadFault.UnsupportedArchive, member.Refusal?.Fault);
    }

    [Fact]
    public void A_method_that_is_not_read_is_refused_by_name()
    {
        var archive = Zip(("a.gpx", Run));
        archive[8] = 95;
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 10] = 95;

        var member = Assert.Single(Members(archive, "x.zip"));

        Assert.Equal(ReadFault.UnsupportedArchive, member.Refusal?.Fault);
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

    internal static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(streamed: false, CompressionLevel.Fastest, files);

    /// <summary>A zip archive.</summary>
    /// <param name="streamed">As a server packs it that cannot go back: lengths and checksum stand behind each file.</param>
    /// <param name="level">How tight.</param>
    /// <param name="files">Names and contents.</param>
    internal static byte[] Zip(bool streamed, CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var target = streamed ? PipeWriter.Create(bytes, new(leaveOpen: true)).AsStream() : Stream.Null)
        using (var archive = new ZipArchive(streamed ? target : bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(content);
        }

        return bytes.ToArray();
    }

    private static List<ArchiveMember> Members(byte[] content, string name, ArchiveLimits? limits = null) =>
        [.. ArchiveReader.Members(new MemoryStream(content), name, limits)];

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        return noise;
    }

    /// <summary>Turns over a byte in the middle of a member's packed data.</summary>
    private static void Damage(byte[] archive, int member) => archive[Nth(archive, "PK\u0003\u0004"u8, member) + 30 + 40] ^= 0x55;

    /// <summary>Where a mark stands for the n-th time, counted from 0.</summary>
    private static int Nth(byte[] archive, ReadOnlySpan<byte> mark, int number)
    {
        var at = archive.AsSpan().IndexOf(mark);
        for (; number > 0; number--)
        {
            at += 1 + archive.AsSpan(at + 1).IndexOf(mark);
        }

        return at;
    }
}
