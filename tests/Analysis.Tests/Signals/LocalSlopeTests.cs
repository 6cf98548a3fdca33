using KneeLoad.Analysis.Signals;

namespace KneeLoad.Analysis.Tests.Signals;

public sealed class LocalSlopeTests
{
    [Fact]
    public void The_window_stays_whole_and_slides_inside_at_the_ends()
    {
        // Up for five, then level: a window of four sees the bend from two samples away on.
        var slopes = Fit([0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 2, 3, 4, 4, 4, 4, 4], window: 4, least: 2);

        Assert.Equal([1, 1, 1], slopes[..3]);
        Assert.Equal([0, 0, 0], slopes[^3..]);
        Assert.InRange(slopes[4], 0.4, 0.6);
    }

    [Fact]
    public void A_least_squares_line_goes_through_the_middle_of_uneven_samples() =>
        Assert.Equal(1, Fit([0, 1, 2], [0, 3, 2], window: 10, least: 1)[1], 9);

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(2.1, false)]
    public void A_window_must_span_enough(double least, bool isKnown) =>
        Assert.Equal(isKnown, !double.IsNaN(Fit([0, 1, 2], [0, 1, 2], window: 10, least)[0]));

    [Fact]
    public void Samples_that_were_not_measured_span_nothing()
    {
        Assert.True(double.IsNaN(Fit([0, 1, 2, 3], [double.NaN, 1, 2, double.NaN], window: 10, least: 2)[1]));
        Assert.Equal(1, Fit([0, 1, 2, 3], [0, double.NaN, 2, 3], window: 10, least: 3)[1], 9);
        Assert.True(double.IsNaN(Fit([0, 1], [double.NaN, double.NaN], window: 10, least: 0)[0]));
    }

    [Fact]
    public void Samples_at_one_place_have_no_slope() => Assert.True(double.IsNaN(Fit([5, 5], [1, 3], window: 2, least: 0)[0]));

    [Fact]
    public void Large_numbers_keep_their_digits() =>
        Assert.Equal(0.001, Fit([1e6, 1e6 + 1, 1e6 + 2], [1e6, 1e6 + 0.001, 1e6 + 0.002], window: 2, least: 1)[1], 9);

    private static double[] Fit(double[] x, double[] y, double window, double least)
    {
        var slope = new double[x.Length];
        LocalSlope.Fit(x, y, window, least, slope);
        return slope;
    }
}
