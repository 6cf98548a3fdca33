using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>The series that are drawn and never scored, against numbers that follow by hand.</summary>
public sealed class LoadSeriesTests
{
    [Fact]
    public void Monotony_is_the_mean_over_the_spread_of_the_population() =>
        Assert.Equal(10 / Math.Sqrt(200.0 / 7), LoadSeries.MonotonyOf([0, 20, 10, 10, 10, 10, 10])!.Value, 12);

    [Fact]
    public void A_constant_week_is_capped() => Assert.Equal(10, LoadSeries.MonotonyOf([5, 5, 5, 5, 5, 5, 5]));

    [Fact]
    public void A_week_without_load_has_no_monotony() => Assert.Null(LoadSeries.MonotonyOf([9, 0, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void Six_days_are_no_week() => Assert.Null(LoadSeries.MonotonyOf([1, 2, 3, 4, 5, 6]));

    [Fact]
    public void Acute_and_chronic_days_do_not_overlap()
    {
        double[] daily = [.. Enumerable.Repeat(2.0, 21), .. Enumerable.Repeat(3.0, 7)];

        Assert.Equal(1.5, LoadSeries.RatioOf(daily)!.Value, 12);
        Assert.Null(LoadSeries.RatioOf(daily.AsSpan(1)));
        Assert.Null(LoadSeries.RatioOf(new double[28]));
    }

    [Fact]
    public void Averages_take_a_quarter_and_two_29ths_of_each_day()
    {
        var days = LoadSeries.Compute([Run(2, 8), Run(0, 4)], Today);

        Assert.Equal([8, 6, 5.5], days.Select(day => day.AcuteAverage));
        Assert.Equal(8 * 27.0 / 29, days[1].ChronicAverage, 12);
        Assert.Equal([8, 0, 4], days.Select(day => day.Load.Value));
    }

    [Fact]
    public void Strain_is_the_load_of_7_days_times_monotony()
    {
        var day = LoadSeries.Compute([Run(5, 20), Run(4, 10), Run(3, 10), Run(2, 10), Run(1, 10), Run(0, 10), Run(6, 1)], Today)[^1];

        Assert.Equal(71 * day.Monotony!.Value, day.Strain!.Value, 9);
    }

    [Fact]
    public void Without_runs_there_is_no_series() => Assert.Empty(LoadSeries.Compute([], Today));
}
