using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

/// <summary>Blocks plain and packed: unpacked whole, or passed over by their beginning, or refused with the place.</summary>
public sealed class OsmBlockTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_block_comes_out_as_it_went_in(bool isRaw)
    {
        byte[] content = Group(OsmGroups.Way, 40_000);

        var (refusal, bytes, contents) = Unpack(isRaw ? new ProtoWriter().Piece(1, content).ToArray() : Packed(content, content.Length), OsmContents.All);

        Assert.Null(refusal);
        Assert.Equal(content, bytes);
        Assert.True(contents.HasFlag(OsmContents.Ways));
    }

    [Theory]
    [InlineData(OsmGroups.PlainNode, (int)OsmContents.Ways)]
    [InlineData(OsmGroups.DenseNodes, (int)OsmContents.Ways)]
    [InlineData(OsmGroups.Relation, (int)(OsmContents.Nodes | OsmContents.Ways))]
    [InlineData(OsmGroups.Way, (int)OsmContents.Nodes)]
    public void A_block_of_other_things_is_passed_over(int kind, int wantedContents)
    {
        var wanted = (OsmContents)wantedContents;
        byte[] content = Group(kind, 40_000);

        var (refusal, bytes, contents) = Unpack(Packed(content, content.Length), wanted);

        Assert.Null(refusal);
        Assert.Empty(bytes);
        Assert.Equal(OsmContents.None, contents & wanted);
    }

    [Fact]
    public void A_block_whose_second_group_is_wanted_is_unpacked()
    {
        byte[] content = [.. Group(OsmGroups.DenseNodes, 20_000), .. Group(OsmGroups.Way, 20_000)];

        var (refusal, bytes, _) = Unpack(Packed(content, content.Length), OsmContents.Ways);

        Assert.Null(refusal);
        Assert.Equal(content, bytes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_length_that_is_not_that_of_the_content_is_damage(int off)
    {
        byte[] content = Group(OsmGroups.Way, 1_000);

        var (refusal, bytes, _) = Unpack(Packed(content, content.Length + off), OsmContents.All);

        Assert.Equal((MapFault.Damaged, RemarkKind.BlockLengthWrong), (refusal!.Fault, refusal.Reason.Kind));
        Assert.Empty(bytes);
    }

    [Fact]
    public void Packed_bytes_that_are_none_are_damage()
    {
        var blob = new ProtoWriter().Number(2, 100).Piece(3, Encoding.ASCII.GetBytes("this was never packed by anybody")).ToArray();

        Assert.Equal(MapFault.Damaged, Unpack(blob, OsmContents.All).Refusal!.Fault);
    }

    [Fact]
    public void A_block_that_would_unpack_beyond_the_formats_limit_is_refused_before_it_is_unpacked()
    {
        var (refusal, _, _) = Unpack(Packed([1, 2, 3], OsmPbfFile.LongestBlob + 1), OsmContents.All);

        Assert.Equal((MapFault.TooLarge, RemarkKind.BlockUnpacksTooFar), (refusal!.Fault, refusal.Reason.Kind));
    }

    [Fact]
    public void An_empty_block_is_empty()
    {
        var (refusal, bytes, _) = Unpack([], OsmContents.All);

        Assert.Null(refusal);
        Assert.Empty(bytes);
    }

    [Fact]
    public void A_block_that_says_its_length_and_holds_nothing_is_refused()
    {
        var (refusal, _, _) = Unpack(new ProtoWriter().Number(2, 100).ToArray(), OsmContents.All);

        Assert.Equal(MapFault.Unsupported, refusal!.Fault);
    }

    [Fact]
    public void A_file_that_became_shorter_is_cut_where_the_block_stands()
    {
        using var file = Opened(out var blob, Packed(Group(OsmGroups.Way, 1_000), 1_000));
        using var block = new OsmBlock();

        var refusal = block.Unpack(file, blob with { Offset = file.Length - 1 }, OsmContents.All);

        Assert.Equal((MapFault.Truncated, file.Length - 1), (refusal!.Fault, refusal.ByteOffset));
    }

    [Fact]
    public void A_small_block_after_a_large_one_holds_nothing_of_it()
    {
        byte[] large = Group(OsmGroups.Way, 40_000), small = Group(OsmGroups.Way, 10);
        using var file = Opened(out _, Packed(large, large.Length), Packed(small, small.Length));
        using var block = new OsmBlock();

        Assert.Null(block.Unpack(file, file.Blobs[0], OsmContents.All));
        Assert.Null(block.Unpack(file, file.Blobs[1], OsmContents.All));

        Assert.Equal(small, block.Bytes.ToArray());
    }

    private (MapRefusal? Refusal, byte[] Bytes, OsmContents Contents) Unpack(byte[] body, OsmContents wanted)
    {
        using var file = Opened(out var blob, body);
        using var block = new OsmBlock();
        var refusal = block.Unpack(file, blob, wanted);
        return (refusal, block.Bytes.ToArray(), block.Contents);
    }

    private OsmPbfFile Opened(out OsmBlob blob, params byte[][] bodies)
    {
        var path = folder[$"{Guid.NewGuid():n}.osm.pbf"];
        using (var stream = File.Create(path))
        {
            stream.Write(new OsmPbfBuilder().ToBytes());
            foreach (var body in bodies)
            {
                var header = new ProtoWriter().Piece(1, "OSMData"u8.ToArray()).Number(3, (ulong)body.Length).ToArray();
                stream.Write([0, 0, 0, (byte)header.Length]);
                stream.Write(header);
                stream.Write(body);
            }
        }

        var file = OsmPbfFile.Open(path).File!;
        blob = file.Blobs[0];
        return file;
    }

    private static byte[] Packed(byte[] content, int statedLength)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return new ProtoWriter().Number(2, (ulong)statedLength).Piece(3, packed.ToArray()).ToArray();
    }

    /// <summary>A group with one thing of a kind, of so many bytes.</summary>
    private static byte[] Group(int kind, int length) =>
        new ProtoWriter().Piece(OsmGroups.Group, new ProtoWriter().Piece(kind, new byte[length]).ToArray()).ToArray();
}
