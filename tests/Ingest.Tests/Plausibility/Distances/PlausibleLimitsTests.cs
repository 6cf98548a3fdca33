using KneeLoad.Ingest.Plausibility.Distances;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

public sealed class PlausibleLimitsTests
{
    [Theory]
    [InlineData(9000, 10_000, true)]
    [InlineData(8999, 10_000, false)]
    [InlineData(10_000, 9000, true)]
    [InlineData(10_000, 8999, false)]
    [InlineData(100, 130, true)]
    [InlineData(100, 131, false)]
    [InlineData(0, 30, true)]
    public void Outdoors_a_tenth_of_the_longer_confirms_and_thirty_metres_in_any_case(double measured, double stated, bool confirms) =>
        Assert.Equal(confirms, PlausibleLimits.Confirms(measured, stated, isIndoors: false));

    [Theory]
    [InlineData(4000, 6000, true)]
    [InlineData(4000, 6001, false)]
    [InlineData(6000, 4000, true)]
    [InlineData(6001, 4000, false)]
    [InlineData(0, 30, false)]
    public void Indoors_half_as_much_again_confirms(double measured, double stated, bool confirms) =>
        Assert.Equal(confirms, PlausibleLimits.Confirms(measured, stated, isIndoors: true));
}
