using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

public sealed class NodeFilterTests
{
    [Fact]
    public void All_that_was_added_comes_through_and_little_else()
    {
        var filter = new NodeFilter(1 << 20);
        var random = new Random(5);
        long[] needed =
        [
            .. Enumerable.Range(0, 20_000).Select(_ => (random.NextInt64(40) * 300_000_000) + random.Next(1_000)), long.MinValue, long.MaxValue, -1,
        ];

        Array.ForEach(needed, filter.Add);

        Assert.All(needed, id => Assert.True(filter.MayHave(id)));
        Assert.InRange(Enumerable.Range(0, 100_000).Count(i => filter.MayHave((i * 7_000_001L) + 123)), 0, 10_000);
    }
}
