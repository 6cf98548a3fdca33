using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using static KneeLoad.Ingest.Tests.Archives.MadeArchives;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>Archives that would take too much are refused before they do.</summary>
public sealed class ArchiveLimitTests
{
    [Fact]
    public void AR_01_Ten_thousand_small_files_are_all_there()
    {
        var export = Zip([.. Enumerable.Range(0, 10_000).Select(number => ($"{number}.gpx", Run))]);

        var count = ArchiveReader.Members(new MemoryStream(export), "x.zip").Count(member => member.Refusal is null);

        Assert.Equal(10_000, count);
    }

    [Fact]
    public void AR_02_Zeros_without_end_are_refused_before_they_fill_the_memory()
    {
        var bomb = Zip(("zeros.fit", new byte[64 << 20]), ("run.gpx", Run));

        var members = Members(bomb, "x.zip");

        Assert.Equal(ReadFault.TooLarge, members[0].Refusal?.Fault);
        Assert.Contains(
            members,
            member => member.Refusal?.Reason is { Kind: RemarkKind.ArchiveUnpacksTooFar, Other: 100 } or { Kind: RemarkKind.FileUnpacksTooFar, Number: 100 });
    }

    [Fact]
    public void AR_02_Entries_that_share_their_bytes_are_bounded_together()
    {
        // One member of 2 MB that packs to a ninth; a thousand entries of the directory name its bytes.
        var archive = Zip(("kernel", [.. Enumerable.Range(0, 1 << 21).Select(number => (byte)(number * number >> 9))]));
        var directory = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var end = archive.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var record = archive[directory..end];
        var shared = archive[..directory].Concat(Enumerable.Repeat(record, 1000).SelectMany(bytes => bytes)).Concat(archive[end..]).ToArray();
        BitConverter.TryWriteBytes(shared.AsSpan(^14..), (ushort)1000);
        BitConverter.TryWriteBytes(shared.AsSpan(^12..), (ushort)1000);
        BitConverter.TryWriteBytes(shared.AsSpan(^10..), 1000 * record.Length);

        var bytes = ArchiveReader.Members(new MemoryStream(shared), "x.zip").Sum(member => (long)member.Content.Length);

        Assert.InRange(bytes, 1, 101L * shared.Length);
    }

    [Fact]
    public void AR_02_A_packed_file_of_zeros_is_refused()
    {
        var member = Assert.Single(Members(Gzip(new byte[64 << 20]), "x.gz"));

        Assert.Equal(ReadFault.TooLarge, member.Refusal?.Fault);
    }

    [Fact]
    public void A_long_file_is_refused_and_the_next_is_read()
    {
        var limits = ArchiveLimits.Default with { MaxMemberBytes = 100_000 };

        var members = Members(Zip(("long.fit", Noise(200_000)), ("run.gpx", Run)), "x.zip", limits);

        Assert.Equal(ReadFault.TooLarge, members[0].Refusal?.Fault);
        Assert.Null(members[1].Refusal);
    }

    [Fact]
    public void AR_03_One_file_too_many_ends_the_archive_with_a_reason()
    {
        var limits = ArchiveLimits.Default with { MaxMembers = 2 };

        var members = Members(Zip(("1.gpx", Run), ("2.gpx", Run), ("3.gpx", Run)), "x.zip", limits);

        Assert.Equal([null, null, ReadFault.TooLarge], members.Select(member => member.Refusal?.Fault));
    }

    [Fact]
    public void A_directory_too_long_to_read_is_refused_at_once()
    {
        var limits = ArchiveLimits.Default with { MaxMembers = 10 };
        var export = Zip([.. Enumerable.Range(0, 1000).Select(number => ($"{number}.gpx", Run))]);

        var member = Assert.Single(Members(export, "x.zip", limits));

        Assert.Equal(ReadFault.TooLarge, member.Refusal?.Fault);
    }

    [Fact]
    public void AR_02_All_files_together_have_a_limit()
    {
        var limits = ArchiveLimits.Default with { MaxTotalBytes = 300_000 };

        var members = Members(Zip(("1.fit", Noise(200_000)), ("2.fit", Noise(200_000)), ("3.gpx", Run)), "x.zip", limits);

        Assert.Null(members[0].Refusal);
        Assert.Equal(ReadFault.TooLarge, members[1].Refusal?.Fault);
        Assert.Equal(ReadFault.TooLarge, members[^1].Refusal?.Fault);
    }
}
