using System.IO.Compression;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using static KneeLoad.Ingest.Tests.Archives.MadeArchives;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>Archives cut short or damaged: readable members come, and the fault is told.</summary>
public sealed class DamagedArchiveTests
{
    private static readonly byte[] LongRun = new GpxFileBuilder()
        .Track("running")
        .Points(Enumerable.Range(0, 5000).Select(second => new GpxPoint { Latitude = second * 0.001, Longitude = second * second % 180 }))
        .ToBytes();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_archive_without_its_directory_gives_its_files_and_then_itself(bool streamed)
    {
        var archive = Zip(streamed, CompressionLevel.Fastest, ("a.gpx", Run), ("deep/b.gpx", Run));

        var members = Members(archive[..DirectoryStart(archive)], "x.zip");

        Assert.Equal(["x.zip!/a.gpx", "x.zip!/deep/b.gpx", "x.zip"], members.Select(member => member.Name));
        Assert.All(members.SkipLast(1), member => Assert.Equal(Run, member.Content.ToArray()));
        Assert.Equal((ReadStatus.Partial, ReadFault.DamagedArchive), (members[^1].Refusal?.Status, members[^1].Refusal?.Fault));
        Assert.Equal(RemarkKind.ArchiveDirectoryMissingFilesRead, members[^1].Refusal?.Reason?.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_in_which_the_archive_breaks_off_is_read_that_far(bool streamed)
    {
        var archive = Zip(streamed, CompressionLevel.Fastest, ("a.gpx", Run), ("long.gpx", LongRun));
        var second = archive.AsSpan().LastIndexOf("PK\u0003\u0004"u8);

        var results = ActivityReader.ReadAll(new MemoryStream(archive[..((second + DirectoryStart(archive)) / 2)]), "x.zip").ToList();

        Assert.Equal(
            [("x.zip!/a.gpx", ReadStatus.Read), ("x.zip!/long.gpx", ReadStatus.Partial), ("x.zip", ReadStatus.Partial)],
            results.Select(file => (file.Name, file.Result.Status)));
        Assert.InRange(results[1].Result.Activities[0].Records.Count, 1000, 4000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AR_07_However_short_an_archive_is_cut_the_files_before_the_cut_are_whole_and_it_says_so(bool streamed)
    {
        var archive = Zip(streamed, CompressionLevel.Fastest, ("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run));

        for (var length = 4; length < archive.Length; length++)
        {
            var members = Members(archive[..length], "x.zip");

            Assert.Equal(("x.zip", ReadFault.DamagedArchive), (members[^1].Name, members[^1].Refusal?.Fault));
            Assert.Equal(members.Count == 1 ? ReadStatus.Rejected : ReadStatus.Partial, members[^1].Refusal?.Status);
            var whole = members.SkipLast(1).TakeWhile(member => member.Content.Span.SequenceEqual(Run)).Count();
            Assert.InRange(members.Count - 1 - whole, 0, 1);
            Assert.All(members.SkipLast(1).Skip(whole), member => Assert.True(Run.AsSpan().StartsWith(member.Content.Span)));
        }
    }

    [Fact]
    public void A_damaged_directory_loses_no_file()
    {
        var archive = Zip(("a.gpx", Run), ("b.gpx", Run));
        archive[DirectoryStart(archive)] = 0;

        var members = Members(archive, "x.zip");

        Assert.Equal(2, members.Count(member => member.Refusal is null));
        Assert.Equal(ReadStatus.Partial, members[^1].Refusal?.Status);
        Assert.Equal(RemarkKind.ArchiveDirectoryDamagedFilesRead, members[^1].Refusal?.Reason?.Kind);
    }

    [Fact]
    public void Bytes_lost_in_one_file_of_an_archive_without_directory_cost_that_file_alone()
    {
        var archive = Zip(("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run));
        var last = archive.AsSpan().LastIndexOf("PK\u0003\u0004"u8);
        byte[] shifted = [.. archive[..(last - 9)], .. archive[last..DirectoryStart(archive)]];

        var members = Members(shifted, "x.zip");

        Assert.Null(members[0].Refusal);
        Assert.Equal(ReadFault.DamagedArchive, members[1].Refusal?.Fault);
        Assert.Equal(ReadStatus.Partial, members[^1].Refusal?.Status);
    }

    [Fact]
    public void AR_07_A_changed_file_of_an_archive_without_directory_is_named()
    {
        var archive = Zip(streamed: true, CompressionLevel.Fastest, ("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run));
        // The checksum behind the second file's data.
        archive[Nth(archive, "PK\u0007\u0008"u8, 1) + 4] ^= 1;

        var members = Members(archive[..DirectoryStart(archive)], "x.zip");

        Assert.Equal([null, ReadFault.DamagedArchive, null, ReadFault.DamagedArchive], members.Select(member => member.Refusal?.Fault));
        Assert.Equal("x.zip!/2.gpx", members[1].Name);
    }

    [Fact]
    public void Files_within_a_file_that_is_stored_as_it_is_are_not_taken_for_the_archives_own()
    {
        var inner = Zip(streamed: true, CompressionLevel.Fastest, ("1.gpx", Run), ("2.gpx", Run));
        var archive = Zip(streamed: true, CompressionLevel.NoCompression, ("part.zip", inner), ("3.gpx", Run));

        var members = Members(archive[..DirectoryStart(archive)], "x.zip");

        Assert.Equal(["x.zip!/part.zip!/1.gpx", "x.zip!/part.zip!/2.gpx", "x.zip!/3.gpx", "x.zip"], members.Select(member => member.Name));
        Assert.All(members.SkipLast(1), member => Assert.Equal(Run, member.Content.ToArray()));
    }

    [Fact]
    public void Encrypted_and_unknown_ways_of_packing_are_named_without_a_directory_too()
    {
        var archive = Zip(("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run));
        archive[6] |= 1;
        archive[Nth(archive, "PK\u0003\u0004"u8, 1) + 8] = 95;

        var members = Members(archive[..DirectoryStart(archive)], "x.zip");

        Assert.Equal(
            [ReadFault.UnsupportedArchive, ReadFault.UnsupportedArchive, null, ReadFault.DamagedArchive], members.Select(member => member.Refusal?.Fault));
        Assert.Equal(RemarkKind.FileEncrypted, members[0].Refusal?.Reason?.Kind);
    }

    [Fact]
    public void Zip64_lengths_are_found_without_a_directory()
    {
        var archive = Zip(("a.gpx", Run), ("b.gpx", Run));
        var nameEnd = 30 + "a.gpx".Length;
        var packed = BitConverter.ToInt32(archive, 18);
        byte[] extra = [1, 0, 16, 0, .. BitConverter.GetBytes((long)Run.Length), .. BitConverter.GetBytes((long)packed)];
        byte[] wide =
        [
            .. archive[..18],
            .. Enumerable.Repeat(byte.MaxValue, 8),
            .. archive[26..28],
            (byte)extra.Length,
            0,
            .. archive[30..nameEnd],
            .. extra,
            .. archive[nameEnd..DirectoryStart(archive)],
        ];

        var members = Members(wide, "x.zip");

        Assert.Equal([null, null, ReadFault.DamagedArchive], members.Select(member => member.Refusal?.Fault));
    }

    [Fact]
    public void Limits_hold_for_an_archive_without_directory()
    {
        var archive = Zip(("zeros.fit", new byte[64 << 20]), ("run.gpx", Run));
        var limits = ArchiveLimits.Default with { MaxMembers = 2 };
        var many = Zip(("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run));

        var bomb = Members(archive[..DirectoryStart(archive)], "x.zip");
        var three = Members(many[..DirectoryStart(many)], "x.zip", limits);

        Assert.Equal(ReadFault.TooLarge, bomb[0].Refusal?.Fault);
        Assert.Equal([null, null, ReadFault.TooLarge, ReadFault.DamagedArchive], three.Select(member => member.Refusal?.Fault));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void AR_07_Bytes_before_the_archive_or_behind_it_never_lose_a_file_in_silence(int count)
    {
        var archive = Zip(("a.gpx", Run), ("b.gpx", Run));

        var before = ActivityReader.ReadAll(new MemoryStream([.. new byte[count], .. archive]), "x.zip").ToList();
        var behind = ActivityReader.ReadAll(new MemoryStream([.. archive, .. new byte[count]]), "x.zip").ToList();

        Assert.Equal(ReadFault.UnknownFormat, Assert.Single(before).Result.Fault);
        Assert.Equal(2, behind.Count(file => file.Result.Status == ReadStatus.Read));
    }

    [Theory]
    [InlineData("cafe\u0301.gpx", "caf\u00e9.gpx")]
    [InlineData("Run.gpx", "run.gpx")]
    public void AR_06_Names_that_some_systems_take_for_one_are_two(string first, string second)
    {
        var members = Members(Zip((first, Run), (second, LongRun)), "x.zip");

        Assert.Equal([$"x.zip!/{first}", $"x.zip!/{second}"], members.Select(member => member.Name));
        Assert.Equal([Run.Length, LongRun.Length], members.Select(member => member.Content.Length));
    }

    [Fact]
    public void The_first_part_of_a_split_archive_is_refused_by_what_it_is()
    {
        var member = Assert.Single(Members([.. "PK\u0007\u0008"u8, .. Zip(("a.gpx", Run))[..60]], "x.zip"));

        Assert.Equal(ReadFault.UnsupportedArchive, member.Refusal?.Fault);
        Assert.Equal(RemarkKind.ArchiveSplit, member.Refusal?.Reason?.Kind);
    }

    private static int DirectoryStart(byte[] archive) => BitConverter.ToInt32(archive, archive.Length - 6);
}
