using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class WayNaturesTests
{
    private static readonly WayNature Path = new(WaySurface.Unknown, WayKind.Path, IsBarred: false);
    private readonly WayNatures natures = new();

    public WayNaturesTests() => natures.Clear();

    [Fact]
    public void A_set_is_judged_once_and_then_known()
    {
        natures.Of(Set(1), out var wasKnown) = Path;

        Assert.False(wasKnown);
        Assert.Equal(Path, natures.Of(Set(1), out var isKnown));
        Assert.True(isKnown);
    }

    [Fact]
    public void That_a_set_is_no_way_to_run_on_is_remembered_too()
    {
        natures.Of(Set(1), out _) = null;

        Assert.Null(natures.Of(Set(1), out var isKnown));
        Assert.True(isKnown);
    }

    [Fact]
    public void Another_set_is_never_taken_for_one_that_is_known()
    {
        for (var value = 0; value < 5000; value++)
        {
            natures.Of(Set(value), out var isKnown) = Path;
            Assert.False(isKnown);
        }
    }

    [Fact]
    public void After_a_block_all_is_forgotten()
    {
        natures.Of(Set(1), out _) = Path;

        natures.Clear();
        natures.Of(Set(1), out var isKnown);

        Assert.False(isKnown);
    }

    private static int[] Set(int highway)
    {
        var set = new int[WayKeys.Count];
        set[WayKeys.Highway] = highway;
        return set;
    }
}
