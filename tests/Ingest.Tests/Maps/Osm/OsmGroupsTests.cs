using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

public sealed class OsmGroupsTests
{
    [Theory]
    [InlineData(OsmGroups.PlainNode, OsmContents.Nodes)]
    [InlineData(OsmGroups.DenseNodes, OsmContents.Nodes)]
    [InlineData(OsmGroups.Way, OsmContents.Ways)]
    [InlineData(OsmGroups.Relation, OsmContents.Relations)]
    [InlineData(5, OsmContents.None)]
    internal void The_first_thing_of_the_last_group_tells_what_a_block_holds(int kind, OsmContents contents)
    {
        var block = Block((kind, 20));

        Assert.Equal(contents, OsmGroups.Peek(block, lastGroupFrom: 0));
    }

    [Fact]
    public void Kinds_of_several_groups_are_added_up()
    {
        var block = Block((OsmGroups.DenseNodes, 10), (OsmGroups.Way, 10));

        Assert.Equal(OsmContents.Nodes | OsmContents.Ways, OsmGroups.Peek(block, lastGroupFrom: 13));
    }

    [Fact]
    public void A_beginning_that_ends_before_the_last_group_may_hold_all()
    {
        var block = Block((OsmGroups.DenseNodes, 100), (OsmGroups.Way, 10));

        Assert.Equal(OsmContents.All, OsmGroups.Peek(block.AsSpan(0, 20), lastGroupFrom: 200));
        Assert.Equal(OsmContents.All, OsmGroups.Peek([], lastGroupFrom: 0));
    }

    [Fact]
    public void The_table_of_strings_before_the_groups_is_passed_over()
    {
        byte[] block = [.. Piece(OsmGroups.StringTable, new byte[30]), .. Block((OsmGroups.Relation, 10))];

        Assert.Equal(OsmContents.Relations, OsmGroups.Peek(block, lastGroupFrom: 32));
    }

    private static byte[] Block(params (int Kind, int Length)[] groups) =>
        [.. groups.SelectMany(group => Piece(OsmGroups.Group, Piece(group.Kind, new byte[group.Length - 2])))];

    private static byte[] Piece(int field, byte[] content)
    {
        var buffer = new ByteBuffer();
        buffer.WriteVarint((ulong)((field << 3) | ProtoField.Piece));
        buffer.WriteVarint((ulong)content.Length);
        buffer.Write(content);
        return buffer.Written.ToArray();
    }
}
