using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

/// <summary>Faults for which an extract is refused, each with a reason and a place.</summary>
public sealed class OsmPbfFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_required_feature_that_is_not_read_is_named()
    {
        var refusal = await Refusal(new OsmPbfBuilder { RequiredFeatures = ["OsmSchema-V0.6", "HistoricalInformation"] }
            .Way("highway=path", (1, 1), (1, 1.001))
            .ToBytes());

        Assert.Equal(MapFault.Unsupported, refusal.Fault);
        Assert.Equal(new Remark(RemarkKind.FeatureUnread, Name: "HistoricalInformation"), refusal.Reason);
    }

    [Theory]
    [InlineData(4, "LZMA")]
    [InlineData(5, "bzip2")]
    [InlineData(6, "LZ4")]
    [InlineData(7, "Zstandard")]
    public async Task A_compression_that_is_not_read_is_named(int field, string name)
    {
        var refusal = await Refusal(new OsmPbfBuilder { BlobField = field }.Way("highway=path", (1, 1), (1, 1.001)).ToBytes());

        Assert.Equal(MapFault.Unsupported, refusal.Fault);
        Assert.Equal(new Remark(RemarkKind.BlockCompressed, Name: name), refusal.Reason);
    }

    [Fact]
    public async Task A_header_over_64_KiB_is_refused_where_it_stands()
    {
        var sound = Sound();
        var bytes = new byte[sound.Length + 4];
        sound.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(sound.Length), (64 * 1024) + 1);

        var refusal = await Refusal(bytes);

        Assert.Equal((MapFault.TooLarge, sound.Length), (refusal.Fault, (int)refusal.ByteOffset!.Value));
    }

    [Fact]
    public async Task A_block_over_32_MiB_is_refused_before_it_is_read()
    {
        var refusal = await Refusal([.. Sound(), .. BlobHeader((32 << 20) + 1)]);

        Assert.Equal(MapFault.TooLarge, refusal.Fault);
    }

    [Fact]
    public async Task A_block_that_states_more_than_32_MiB_unpacked_is_refused_before_memory_is_taken()
    {
        var blob = new ProtoWriter().Number(2, 1UL << 40).Piece(3, [1, 2, 3]).ToArray();

        var refusal = await Refusal([.. Sound(), .. BlobHeader(blob.Length), .. blob]);

        Assert.Equal(MapFault.TooLarge, refusal.Fault);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2)]
    public async Task A_block_that_unpacks_to_another_length_than_stated_is_refused(int stated)
    {
        var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            await zlib.WriteAsync(new byte[] { 0x0A, 0x00, 0x12, 0x00 }, TestContext.Current.CancellationToken);
        }

        var blob = new ProtoWriter().Number(2, (ulong)stated).Piece(3, packed.ToArray()).ToArray();

        var refusal = await Refusal([.. Sound(), .. BlobHeader(blob.Length), .. blob]);

        Assert.Equal(MapFault.Damaged, refusal.Fault);
    }

    [Fact]
    public async Task An_extract_cut_anywhere_is_refused_or_lacks_whole_blocks()
    {
        var sound = new OsmPbfBuilder { ThingsABlock = 1 }.Way("highway=path", (1, 1), (1, 1.001)).ToBytes();

        for (var length = 0; length < sound.Length; length++)
        {
            var refusal = await Refusal(sound[..length]);
            Assert.NotEqual(default, refusal.Reason);
            Assert.InRange(refusal.ByteOffset ?? 0, 0, length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<?xml version='1.0'?><osm></osm>")]
    [InlineData("PK\u0003\u0004 a zip, so it says, and nothing of what a map extract begins with")]
    public async Task What_is_no_extract_is_refused_as_such(string text) =>
        Assert.Equal(MapFault.Foreign, (await Refusal(Encoding.Latin1.GetBytes(text))).Fault);

    [Fact]
    public async Task An_extract_without_ways_is_refused() =>
        Assert.Equal(MapFault.NoWays, (await Refusal(new OsmPbfBuilder().Way("building=yes", (1, 1), (1, 1.001)).ToBytes())).Fault);

    [Fact]
    public async Task A_tag_that_points_beyond_the_string_table_is_damage()
    {
        var way = new ProtoWriter().Number(1, 7).Piece(2, [9]).Piece(3, [1]).Piece(8, [2, 2]).ToArray();
        var block = new ProtoWriter().Piece(1, new ProtoWriter().Piece(1, []).ToArray()).Piece(2, new ProtoWriter().Piece(3, way).ToArray()).ToArray();
        var file = new MemoryStream();
        await file.WriteAsync(Sound(), TestContext.Current.CancellationToken);
        new OsmPbfBuilder().WriteBlob(file, "OSMData", block);

        Assert.Equal(MapFault.Damaged, (await Refusal(file.ToArray())).Fault);
    }

    [Fact]
    public async Task A_refused_extract_leaves_no_index_and_no_folder()
    {
        await Refusal(Sound()[..60]);

        Assert.Equal(["extract.osm.pbf"], folder.Names);
    }

    [Fact]
    public async Task A_missing_extract_is_an_outcome()
    {
        var build = await MapIndexBuilder.BuildAsync([folder["nowhere.osm.pbf"]], folder["index"], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(MapFault.Unreachable, build.Refusal?.Fault);
    }

    private static byte[] Sound() => new OsmPbfBuilder().Way("highway=path", (1, 1), (1, 1.001)).ToBytes();

    private static byte[] BlobHeader(int length)
    {
        var header = new ProtoWriter().Piece(1, "OSMData"u8.ToArray()).Number(3, (ulong)length).ToArray();
        var bytes = new byte[4 + header.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, header.Length);
        header.CopyTo(bytes, 4);
        return bytes;
    }

    private async Task<MapRefusal> Refusal(byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder["extract.osm.pbf"], bytes, TestContext.Current.CancellationToken);
        var build = await MapIndexBuilder.BuildAsync([folder["extract.osm.pbf"]], folder["index"], cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull(build.Refusal);
        return build.Refusal;
    }
}
