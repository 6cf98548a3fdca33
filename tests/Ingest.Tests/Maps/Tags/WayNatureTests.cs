using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class WayNatureTests
{
    [Fact]
    public void Every_nature_comes_back_from_its_two_bytes()
    {
        var natures =
            from surface in Enum.GetValues<SurfaceClass>()
            from source in Enum.GetValues<SurfaceSource>()
            from kind in Enum.GetValues<WayKind>()
            from isBarred in new[] { false, true }
            select new WayNature(new WaySurface(surface, source), kind, isBarred);

        var all = natures.ToList();
        Assert.All(all, nature => Assert.Equal(nature, WayNature.Unpack(nature.Packed)));
        Assert.Equal(all.Count, all.Select(nature => nature.Packed).Distinct().Count());
    }

    // Class in bits 0 to 4, source in 5 to 7, kind in 8 to 14.
    [Theory]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(5 << 5)]
    [InlineData(13 << 8)]
    [InlineData(0x7F << 8)]
    public void Bytes_that_name_no_surface_source_or_kind_are_none(int packed) => Assert.Null(WayNature.Unpack(packed));

    [Fact]
    public void The_tags_of_a_way_tell_its_nature() => Assert.Equal(
        new WayNature(new WaySurface(SurfaceClass.Gravel, SurfaceSource.Tag), WayKind.Path, IsBarred: true),
        WayNature.Of(new WayTags { Highway = "path", Surface = "gravel", Foot = "no" }));
}
