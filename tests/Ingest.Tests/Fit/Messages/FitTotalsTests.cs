using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class FitTotalsTests
{
    [Fact]
    public void Times_from_zero_to_49_days_are_spans()
    {
        Assert.Equal(Duration.Zero, FitTotals.Milliseconds(0));
        Assert.Equal(Duration.FromMilliseconds(1_801_250), FitTotals.Milliseconds(1_801_250));
        Assert.Equal(Duration.FromMilliseconds(4_294_967_294), FitTotals.Milliseconds(uint.MaxValue - 1.0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1.0)]
    [InlineData(4_294_967_295.0)]
    [InlineData(1e300)]
    [InlineData(double.NaN)]
    public void A_time_that_no_activity_can_take_is_not_stated(double? milliseconds) => Assert.Null(FitTotals.Milliseconds(milliseconds));

    [Fact]
    public void Lengths_from_zero_on_are_distances()
    {
        Assert.Equal(Distance.Zero, FitTotals.Metres(0));
        Assert.Equal(new Distance(42_195), FitTotals.Metres(42_195));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-0.01)]
    [InlineData(double.MaxValue)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_length_below_zero_or_without_end_is_not_stated(double? metres) => Assert.Null(FitTotals.Metres(metres));
}
