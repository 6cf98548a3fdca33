using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Tests.Quantities;

public sealed class StepRatesTests
{
    [Fact]
    public void Where_nothing_moves_there_is_no_upper_end()
    {
        Assert.Null(Upper());
        Assert.Null(Upper(0, 0, double.NaN, -1));
    }

    [Fact]
    public void The_upper_end_is_what_nineteen_of_twenty_stay_under()
    {
        double[] nineteen = [.. Enumerable.Repeat(85.0, 19)];

        Assert.Equal(85, Upper([.. nineteen, 180]));
        Assert.Equal(180, Upper([.. nineteen[..18], 180, 180]));
    }

    [Fact]
    public void Standing_still_counts_neither_way() => Assert.Equal(170, Upper(0, 0, 0, 0, 170));

    [Theory]
    [InlineData(120, 120)]
    [InlineData(120.1, 121)]
    [InlineData(511, 511)]
    [InlineData(100_000, 511)]
    [InlineData(double.PositiveInfinity, 511)]
    [InlineData(0.1, 1)]
    public void A_cadence_is_counted_at_the_whole_number_above_and_what_no_leg_reaches_at_the_last(double cadence, double upper) =>
        Assert.Equal(upper, Upper(cadence));

    private static double? Upper(params double[] cadences)
    {
        Span<int> tally = stackalloc int[StepRates.Tally];
        foreach (var cadence in cadences)
        {
            StepRates.Add(tally, cadence);
        }

        return StepRates.Upper(tally);
    }
}
