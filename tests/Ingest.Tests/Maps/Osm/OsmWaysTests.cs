using System.Text;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

/// <summary>Ways that one may run on are kept with name and nature; others are passed over, and what contradicts the format is a fault.</summary>
public sealed class OsmWaysTests
{
    [Fact]
    public void A_way_keeps_its_number_name_nature_and_nodes()
    {
        var ways = new OsmWays();
        var needed = new NodeFilter(0);

        Assert.True(ways.Read(Block((7, "highway=path surface=gravel name=Am_Bach", [100, 101, 99])), needed));

        var way = Assert.Single(ways.Ways);
        Assert.Equal((7, "Am Bach", SurfaceClass.Gravel), (way.Id, Encoding.UTF8.GetString(ways.NameOf(way)), way.Nature.Surface.Class));
        Assert.Equal(3, ways.Nodes);
        Assert.All([99L, 100, 101], node => Assert.True(needed.MayHave(node)));
        Assert.False(needed.MayHave(1_000_000));
    }

    [Theory]
    [InlineData("building=yes")]
    [InlineData("waterway=river name=Rhine")]
    [InlineData("highway=motorway surface=asphalt")]
    [InlineData("")]
    public void A_way_that_nobody_runs_on_is_passed_over_and_needs_no_node(string tags)
    {
        var ways = new OsmWays();
        var needed = new NodeFilter(0);

        Assert.True(ways.Read(Block((7, tags, [100, 101])), needed));

        Assert.Empty(ways.Ways);
        Assert.Equal(0, ways.Shapes.Length);
        Assert.False(needed.MayHave(100));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(65_536, 1)]
    [InlineData(65_537, 0)]
    public void A_way_has_two_nodes_or_more_and_not_endlessly_many(int nodes, int expected)
    {
        var ways = new OsmWays();

        Assert.True(ways.Read(Block((7, "highway=path", [.. Enumerable.Range(1, nodes).Select(node => (long)node)])), new(0)));

        Assert.Equal(expected, ways.Ways.Count);
        Assert.Equal(expected * nodes, ways.Nodes);
    }

    [Fact]
    public void Ways_with_the_same_tags_share_their_nature_and_not_their_names()
    {
        var ways = new OsmWays();

        Assert.True(ways.Read(
            Block(
                (1, "highway=track surface=dirt name=One", [1, 2]),
                (2, "highway=track surface=dirt name=Two", [2, 3]),
                (3, "highway=track surface=dirt", [3, 4])),
            new(0)));

        Assert.Single(ways.Ways.Select(way => way.Nature).Distinct());
        Assert.Equal(["One", "Two", ""], ways.Ways.Select(way => Encoding.UTF8.GetString(ways.NameOf(way))));
    }

    [Fact]
    public void Nothing_of_one_block_is_left_in_the_next()
    {
        var ways = new OsmWays();
        Assert.True(ways.Read(Block((1, "highway=path name=Before surface=sand", [1, 2])), new(0)));

        Assert.True(ways.Read(Block((2, "highway=footway", [3, 4])), new(0)));

        var way = Assert.Single(ways.Ways);
        Assert.Equal((2, ""), (way.Id, Encoding.UTF8.GetString(ways.NameOf(way))));
        Assert.NotEqual(SurfaceClass.Sand, way.Nature.Surface.Class);
    }

    [Fact]
    public void A_tag_without_its_text_is_a_fault()
    {
        byte[] strings = new ProtoWriter().Piece(1, []).Piece(1, "highway"u8.ToArray()).ToArray();
        byte[] block = Assemble(strings, Way(1, [1], [2], [1, 2]));

        Assert.False(new OsmWays().Read(block, new(0)));
    }

    [Theory]
    [InlineData(new ulong[] { 1 }, new ulong[] { })]
    [InlineData(new ulong[] { 1 }, new ulong[] { 2, 2 })]
    public void Keys_and_values_of_unlike_number_are_a_fault(ulong[] keys, ulong[] values)
    {
        byte[] strings = new ProtoWriter().Piece(1, []).Piece(1, "highway"u8.ToArray()).Piece(1, "path"u8.ToArray()).ToArray();

        Assert.False(new OsmWays().Read(Assemble(strings, Way(1, keys, values, [1, 2])), new(0)));
    }

    [Fact]
    public void A_way_whose_nodes_end_within_a_number_is_a_fault()
    {
        byte[] strings = new ProtoWriter().Piece(1, []).Piece(1, "highway"u8.ToArray()).Piece(1, "path"u8.ToArray()).ToArray();
        var cut = new ProtoWriter().Number(1, 1).Piece(2, [1]).Piece(3, [2]).Piece(8, [2, 2, 0x80]).ToArray();

        Assert.False(new OsmWays().Read(Assemble(strings, cut), new(0)));
    }

    [Fact]
    public void A_kind_of_way_in_no_known_letters_is_a_way_of_unknown_kind()
    {
        byte[] strings = new ProtoWriter().Piece(1, []).Piece(1, "highway"u8.ToArray()).Piece(1, [0xFF, 0xFE]).ToArray();
        var ways = new OsmWays();

        Assert.True(ways.Read(Assemble(strings, Way(1, [1], [2], [1, 2])), new(0)));

        Assert.Equal(WayKind.Other, Assert.Single(ways.Ways).Nature.Kind);
    }

    [Fact]
    public void A_block_cut_anywhere_is_a_fault_or_holds_less()
    {
        var whole = Block((7, "highway=path surface=gravel name=Am_Bach", [100, 101, 99]));
        for (var length = 0; length < whole.Length; length++)
        {
            var ways = new OsmWays();
            var sound = ways.Read(whole.AsSpan(0, length), new(0));

            Assert.True(!sound || ways.Ways.Count == 0, $"Cut after {length} bytes.");
        }
    }

    private static byte[] Block(params (long Id, string Tags, long[] Nodes)[] ways)
    {
        var strings = new List<string> { "" };
        var group = new ProtoWriter();
        foreach (var (id, text, nodes) in ways)
        {
            var tags = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=', 2)).ToList();
            group.Piece(3, Way(id, [.. tags.Select(tag => Index(tag[0]))], [.. tags.Select(tag => Index(tag[1].Replace('_', ' ')))], nodes));
        }

        var table = new ProtoWriter();
        foreach (var text in strings)
        {
            table.Piece(1, Encoding.UTF8.GetBytes(text));
        }

        return new ProtoWriter().Piece(1, table.ToArray()).Piece(2, group.ToArray()).ToArray();

        ulong Index(string text)
        {
            if (!strings.Contains(text))
            {
                strings.Add(text);
            }

            return (ulong)strings.IndexOf(text);
        }
    }

    private static byte[] Assemble(byte[] strings, byte[] way) =>
        new ProtoWriter().Piece(1, strings).Piece(2, new ProtoWriter().Piece(3, way).ToArray()).ToArray();

    private static byte[] Way(long id, ulong[] keys, ulong[] values, long[] nodes) => new ProtoWriter()
        .Number(1, (ulong)id).Piece(2, ProtoWriter.Numbers(keys)).Piece(3, ProtoWriter.Numbers(values)).Piece(8, ProtoWriter.Differences(nodes)).ToArray();
}
