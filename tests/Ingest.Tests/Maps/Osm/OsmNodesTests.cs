using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

/// <summary>Nodes in columns and one by one, at any scale; what is off the globe is left out, what is cut is a fault.</summary>
public sealed class OsmNodesTests
{
    private static readonly (long Id, long Latitude, long Longitude)[] Two = [(5, 490_000_000, 84_000_000), (9, -490_000_001, -84_000_000)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nodes_in_columns_and_one_by_one_say_the_same(bool areDense)
    {
        var nodes = new OsmNodes();

        Assert.True(nodes.Read(Block(areDense ? Dense(Two) : Plain(Two)), Needed(5, 9)));

        Assert.Equal([5, 9], nodes.Ids);
        Assert.Equal([new(490_000_000, 84_000_000), new(-490_000_001, -84_000_000)], nodes.Places.Select(MapPoint.FromKey));
        Assert.True(nodes.AreRising);
        Assert.Equal(2, nodes.Cells.Distinct().Count());
    }

    [Fact]
    public void Numbers_that_fall_are_said_to_fall()
    {
        var nodes = new OsmNodes();

        Assert.True(nodes.Read(Block(Dense([(9, 1, 1), (5, 2, 2)])), Needed(5, 9)));

        Assert.Equal([9, 5], nodes.Ids);
        Assert.False(nodes.AreRising);
    }

    [Fact]
    public void A_node_that_no_way_needs_names_its_cell_alone()
    {
        var nodes = new OsmNodes();

        Assert.True(nodes.Read(Block(Dense(Two)), Needed()));

        Assert.Empty(nodes.Ids);
        Assert.Equal(2, nodes.Cells.Count);
    }

    [Theory]
    [InlineData(100, 0, 490_000_000, 490_000_000)]
    [InlineData(1, 0, 49_000_000_000, 490_000_000)]
    [InlineData(1000, 0, 49_000_000, 490_000_000)]
    [InlineData(100, 2_000, 489_999_980, 490_000_000)]
    [InlineData(250, 50, 1, 3)]
    public void A_place_is_its_number_times_the_scale_and_the_offset(long granularity, long offset, long written, int expected)
    {
        var nodes = new OsmNodes();

        // The scale stands after the nodes, as the format has it.
        byte[] block =
        [
            .. Block(Dense([(1, written, written)])),
            .. new ProtoWriter().Number(17, (ulong)granularity).Number(19, (ulong)offset).Number(20, (ulong)offset).ToArray(),
        ];
        Assert.True(nodes.Read(block, Needed(1)));

        Assert.Equal(new(expected, expected), MapPoint.FromKey(Assert.Single(nodes.Places)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    [InlineData(-100)]
    public void A_scale_that_cannot_be_is_a_fault(long granularity) =>
        Assert.False(new OsmNodes().Read([.. Block(Dense(Two)), .. new ProtoWriter().Number(17, unchecked((ulong)granularity)).ToArray()], Needed(5)));

    [Fact]
    public void The_scale_of_one_block_is_not_that_of_the_next()
    {
        var nodes = new OsmNodes();
        Assert.True(nodes.Read([.. Block(Dense(Two)), .. new ProtoWriter().Number(17, 1).ToArray()], Needed(5, 9)));

        Assert.True(nodes.Read(Block(Dense([(5, 10, 10)])), Needed(5)));

        Assert.Equal(new(10, 10), MapPoint.FromKey(Assert.Single(nodes.Places)));
    }

    [Theory]
    [InlineData(900_000_001, 0)]
    [InlineData(-900_000_001, 0)]
    [InlineData(0, 1_800_000_001)]
    [InlineData(0, -1_800_000_001)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(0, long.MinValue)]
    public void A_node_off_the_globe_is_left_out_and_the_others_stay(long latitude, long longitude)
    {
        var nodes = new OsmNodes();

        Assert.True(nodes.Read(Block(Plain([(1, latitude, longitude), (2, 10, 10)])), Needed(1, 2)));

        Assert.Equal([2], nodes.Ids);
        Assert.Single(nodes.Cells);
    }

    [Fact]
    public void The_poles_and_the_date_line_are_on_the_globe()
    {
        var nodes = new OsmNodes();

        Assert.True(nodes.Read(Block(Dense([(1, 900_000_000, 1_800_000_000), (2, -900_000_000, -1_800_000_000)])), Needed(1, 2)));

        // East 180 is west 180.
        Assert.Equal([new(900_000_000, -1_800_000_000), new(-900_000_000, -1_800_000_000)], nodes.Places.Select(MapPoint.FromKey));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    public void Columns_of_unlike_length_are_a_fault(int shorter)
    {
        var dense = new ProtoWriter();
        foreach (var field in new[] { 1, 8, 9 })
        {
            dense.Piece(field, ProtoWriter.Differences(field == shorter ? [1] : [1, 2]));
        }

        Assert.False(new OsmNodes().Read(Block(new ProtoWriter().Piece(2, dense.ToArray()).ToArray()), Needed(1, 2)));
    }

    [Fact]
    public void A_block_cut_anywhere_is_a_fault_or_holds_less()
    {
        var whole = Block(Dense(Two));
        for (var length = 0; length < whole.Length; length++)
        {
            var nodes = new OsmNodes();
            var sound = nodes.Read(whole.AsSpan(0, length), Needed(5, 9));

            Assert.True(!sound || nodes.Ids.Count == 0, $"Cut after {length} bytes.");
        }
    }

    private static byte[] Block(byte[] group) => new ProtoWriter().Piece(1, []).Piece(2, group).ToArray();

    private static byte[] Dense((long Id, long Latitude, long Longitude)[] nodes) => new ProtoWriter().Piece(2, new ProtoWriter()
        .Piece(1, ProtoWriter.Differences(nodes.Select(node => node.Id)))
        .Piece(8, ProtoWriter.Differences(nodes.Select(node => node.Latitude)))
        .Piece(9, ProtoWriter.Differences(nodes.Select(node => node.Longitude))).ToArray()).ToArray();

    private static byte[] Plain((long Id, long Latitude, long Longitude)[] nodes)
    {
        var group = new ProtoWriter();
        foreach (var (id, latitude, longitude) in nodes)
        {
            group.Piece(1, new ProtoWriter().Difference(1, id).Difference(8, latitude).Difference(9, longitude).ToArray());
        }

        return group.ToArray();
    }

    private static NodeFilter Needed(params long[] ids)
    {
        var needed = new NodeFilter(0);
        foreach (var id in ids)
        {
            needed.Add(id);
        }

        return needed;
    }
}
