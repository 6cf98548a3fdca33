using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Archives;

/// <summary>No bytes break the unpacking, nor make it give more than its limits allow.</summary>
public sealed class ArchiveFuzzTests
{
    private const int Seed = 20_240_501;
    private static readonly ArchiveLimits Limits = new(MaxMembers: 100, MaxMemberBytes: 1 << 20, MaxTotalBytes: 4 << 20, MaxRatio: 100);

    [Fact]
    public void No_bytes_whatever_break_the_unpacking() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            Check(bytes);
            Check([.. "PK\u0003\u0004"u8, .. bytes]);
            Check([0x1F, 0x8B, .. bytes]);
            Check([.. "PK\u0003\u0004\u0014\0\u0008\0\0\0"u8, .. bytes, .. "PK\u0007\u0008"u8, .. bytes]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.IsAsked ? 100_000 : 2_000).WithReplay(Seed, 1));

    [Fact]
    public void No_change_to_an_archive_breaks_the_unpacking()
    {
        var run = new GpxFileBuilder().Track("running").Point(new() { Latitude = 1, Longitude = 2 }).ToBytes();
        var inner = MadeArchives.Zip(("1.gpx", run), ("2.gpx.gz", MadeArchives.Gzip(run)));
        var streamed = MadeArchives.Zip(streamed: true, CompressionLevel.Fastest, ("1.gpx", run), ("part.zip", inner));
        byte[][] originals =
        [
            inner, streamed, streamed[..^100], MadeArchives.Zip(("a/part.zip", inner), ("b.gpx", run), ("c.txt", [])), MadeArchives.Gzip(inner),
        ];
        var mutator = new Mutator(Seed);

        for (var number = 0; number < (LongRun.IsAsked ? 1_000_000 : 20_000); number++)
        {
            Check(mutator.Mutate(originals[number % originals.Length]));
        }
    }

    private static void Check(byte[] archive)
    {
        try
        {
            var total = 0L;
            foreach (var member in LongestReading.Of(() => ArchiveReader.Members(new MemoryStream(archive), "x", Limits).ToList()))
            {
                Assert.True(member.Refusal is null or { Reason: not null, Activities: [], Status: not ReadStatus.Read }
                    && (member.Refusal is null || member.Content.IsEmpty));
                total += member.Content.Length;
            }

            Assert.InRange(total, 0, Limits.MaxTotalBytes);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The unpacking failed on {Convert.ToBase64String(archive)}", exception);
        }
    }
}
