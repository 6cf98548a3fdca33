using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

public sealed class NodeKeysTests
{
    private static readonly Arbitrary<long[]> Numbers = ArbMap.Default.GeneratorFor<int>()
        .SelectMany(start => ArbMap.Default.GeneratorFor<short[]>().Select(steps => steps.Select(step => (1000L * start) + step).ToArray())).ToArbitrary();

    [Fact]
    public void Sorting_orders_keys_by_node_and_then_by_place() =>
        Prop.ForAll(Numbers, ids =>
        {
            ulong[] keys = [.. ids.Select(NodeKeys.Of)];
            var sorted = (ulong[])keys.Clone();
            NodeKeys.Sort(sorted, new ulong[keys.Length]);
            return sorted.SequenceEqual(keys.Order());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(12_500_000_000)]
    [InlineData(-2_000_000_000_000)]
    [InlineData(2_000_000_000_000)]
    public void A_key_names_its_node_and_place(long id)
    {
        var key = NodeKeys.Of(id, NodeKeys.Most - 1);

        Assert.True(NodeKeys.IsNode(id));
        Assert.Equal((id, NodeKeys.Most - 1), (NodeKeys.IdOf(key), NodeKeys.OrderOf(key)));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(3_000_000_000_000)]
    public void A_number_beyond_all_nodes_is_none(long id)
    {
        Assert.False(NodeKeys.IsNode(id));
        Assert.False(NodeKeys.IsNode(NodeKeys.IdOf(NodeKeys.Of(id, 0))));
    }
}
