using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Ingest.Tests.Grounds;

public sealed class GroundsTests
{
    [Theory]
    [InlineData(SurfaceClass.Unknown, "unknown", false, false)]
    [InlineData(SurfaceClass.Asphalt, "asphalt", true, true)]
    [InlineData(SurfaceClass.Concrete, "concrete", true, true)]
    [InlineData(SurfaceClass.Paving, "paving", true, true)]
    [InlineData(SurfaceClass.Cobble, "cobble", true, true)]
    [InlineData(SurfaceClass.Compacted, "compacted", false, true)]
    [InlineData(SurfaceClass.Gravel, "gravel", false, true)]
    [InlineData(SurfaceClass.Dirt, "dirt", false, true)]
    [InlineData(SurfaceClass.Grass, "grass", false, true)]
    [InlineData(SurfaceClass.Sand, "sand", false, true)]
    [InlineData(SurfaceClass.Wood, "wood", false, true)]
    [InlineData(SurfaceClass.Track, "track", false, true)]
    [InlineData(SurfaceClass.Other, "other", false, true)]
    [InlineData(SurfaceClass.Paved, "paved", true, true)]
    [InlineData(SurfaceClass.Unpaved, "unpaved", false, true)]
    [InlineData(SurfaceClass.OffNetwork, "off-network", false, false)]
    [InlineData(SurfaceClass.Treadmill, "treadmill", false, false)]
    public void A_class_has_a_name_and_is_hard_or_not_and_ground_or_not(SurfaceClass surface, string name, bool isHard, bool isGround)
    {
        Assert.Equal(name, SurfaceClasses.NameOf(surface));
        Assert.Equal(isHard, SurfaceClasses.IsHard(surface));
        Assert.Equal(isGround, SurfaceClasses.IsGround(surface));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(17)]
    public void Another_number_is_no_class(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => SurfaceClasses.NameOf((SurfaceClass)number));

    [Fact]
    public void Uneven_ground_is_ground_and_all_but_cobble_of_it_is_soft() =>
        Assert.Equal([SurfaceClass.Cobble], SurfaceClasses.Uneven.Where(surface => SurfaceClasses.IsHard(surface) && SurfaceClasses.IsGround(surface)));
}
