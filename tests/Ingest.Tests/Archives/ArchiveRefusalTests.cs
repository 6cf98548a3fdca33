using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using static KneeLoad.Ingest.Tests.Archives.MadeArchives;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>Members that are not read are refused by name, and cost the others nothing.</summary>
public sealed class ArchiveRefusalTests
{
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
    public void AR_04_A_fifth_zip_inside_is_refused_by_name()
    {
        var export = Zip(("a.zip", Zip(("b.zip", Zip(("c.zip", Zip(("d.zip", Zip(("e.zip", Zip(("f.gpx", Run))))))))))));

        var member = Assert.Single(Members(export, "x.zip"));

        Assert.Equal("x.zip!/a.zip!/b.zip!/c.zip!/d.zip!/e.zip", member.Name);
        Assert.Equal(ReadFault.UnsupportedArchive, member.Refusal?.Fault);
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
}
