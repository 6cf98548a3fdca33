using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Loads;

public sealed class CellBinsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.04, 0)]
    [InlineData(0.06, 1)]
    [InlineData(2.74, 27)]
    [InlineData(2.76, 28)]
    [InlineData(8.0, 80)]
    public void Speeds_are_binned_by_tenths(double metresPerSecond, int bin) => Assert.Equal(bin, CellBins.OfSpeed(new Speed(metresPerSecond)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(160, 80)]
    [InlineData(160.9, 80)]
    [InlineData(161, 81)]
    [InlineData(260, 130)]
    public void Cadences_are_binned_by_twos(double stepsPerMinute, int bin) => Assert.Equal(bin, CellBins.OfCadence(new Cadence(stepsPerMinute)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.49, 0)]
    [InlineData(-0.49, 0)]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, -1)]
    [InlineData(-6.4, -6)]
    [InlineData(30, 30)]
    public void Gradients_are_binned_by_degrees_with_level_ground_in_the_middle_of_bin_0(double degrees, int bin) =>
        Assert.Equal(bin, CellBins.OfGradient(degrees));

    [Fact]
    public void The_middle_of_a_bin_is_its_number_of_degrees_and_of_none_level()
    {
        Assert.Equal(-3, CellBins.GradientDegrees(-3));
        Assert.Equal(0, CellBins.GradientDegrees(CellBins.Level));
        Assert.Equal(0, CellBins.GradientDegrees(null));
    }
}
