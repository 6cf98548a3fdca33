using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Points of a ratio: none up to 1.10, two ramps, and what is left of them as days go by.</summary>
public sealed class SpikePointsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.10, 0)]
    [InlineData(1.15, 24)]
    [InlineData(1.20, 48)]
    [InlineData(1.90, 48)]
    [InlineData(1.95, 66.5)]
    [InlineData(2.00, 85)]
    [InlineData(9, 85)]
    public void Points_rise_in_two_straight_lines(double ratio, double points) => Assert.Equal(points, SpikePoints.Of(ratio), 9);

    [Theory]
    [InlineData(2_999, 0)]
    [InlineData(3_000, 48)]
    public void Less_than_a_kilometre_more_has_no_points_whatever_the_ratio(double metres, double points) =>
        Assert.Equal(points, SpikePoints.Of(new(metres), new Distance(2_000), new(1_000), most: 48));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 0.75)]
    [InlineData(10, 0.25)]
    [InlineData(11, 0)]
    [InlineData(40, 0)]
    public void They_are_held_for_7_days_and_gone_on_the_11th(int age, double share) => Assert.Equal(share, SpikePoints.HeldAt(age));
}
