using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Seven days against the largest of the four blocks of seven before them.</summary>
public sealed class WeekRuleTests
{
    // Growth on the largest block: over a fifth, a third, half, and doubled.
    [Theory]
    [InlineData(20, 0)]
    [InlineData(23.9, 0)]
    [InlineData(24.1, 11)]
    [InlineData(25.9, 11)]
    [InlineData(26.1, 23)]
    [InlineData(29.9, 23)]
    [InlineData(30.1, 34)]
    [InlineData(39.9, 34)]
    [InlineData(40.1, 43)]
    [InlineData(200, 43)]
    public void Points_rise_with_the_growth_on_the_largest_block(double week, int points)
    {
        var row = Judge(week, 20, 15, 18, 20);

        Assert.Equal((points, null), (row.Points, row.NotJudged));
        Assert.Equal(MeasurementQuality.Good, row.Measurement);
    }

    [Theory]
    [InlineData(6.9, 0)]
    [InlineData(7.0, 34)]
    public void An_excess_of_less_than_three_kilometres_is_no_load_worth_a_warning(double week, int points) =>
        Assert.Equal(points, Judge(week, 4, 4, 4, 4).Points);

    [Fact]
    public void The_largest_block_counts_wherever_it_lies()
    {
        Assert.Equal(0, Judge(30, 10, 10, 10, 30).Points);
        Assert.Equal(0, Judge(30, 30, 10, 10, 10).Points);
        Assert.Equal(43, Judge(30, 10, 10, 10, 10).Points);
    }

    [Fact]
    public void The_usual_is_the_median_of_the_blocks_that_hold_a_run()
    {
        var row = Judge(30, 20, 0, 10, 12);

        Assert.Equal(new WeekAmounts<Distance>(new(30_000), new(20_000), new(12_000)), Rounded(row.Distance!));
    }

    [Fact]
    public void Two_empty_blocks_of_four_leave_no_usual()
    {
        Assert.Equal(NotJudged.TooFewBefore, Judge(30, 20, 0, 0, 12).NotJudged);
        Assert.Null(Judge(30, 20, 0, 10, 12).NotJudged);
    }

    [Theory]
    [InlineData(33, NotJudged.WindowNotFull)]
    [InlineData(34, null)]
    public void A_week_is_judged_from_the_35th_day_of_history_on(int first, NotJudged? why)
    {
        var history = new[] { first, 27, 20, 13, 6 }.Select(ago => Run(ago, 10)).ToList();

        Assert.Equal(why, Judge(history).NotJudged);
    }

    [Fact]
    public void Without_a_run_there_is_no_history() => Assert.Equal(NotJudged.WindowNotFull, Judge([]).NotJudged);

    [Fact]
    public void Days_belong_to_the_block_in_which_they_lie()
    {
        // The day itself and the six before it are the week; the 28th to 34th day before it are the last block; the 35th is in none.
        var row = Judge([Run(35, 100), Run(34, 1), Run(28, 2), Run(27, 3), Run(14, 4), Run(13, 5), Run(7, 6), Run(6, 7), Run(0, 8)]);

        Assert.Equal(15_000, row.Distance!.Week.Metres, 6);
        Assert.Equal(11_000, row.Distance.Most.Metres, 6);
    }

    [Fact]
    public void A_heavier_week_of_the_same_metres_counts_by_its_load()
    {
        var history = Blocks(20, 20, 20, 20, 20);
        history[^1] = history[^1] with { Load = history[^1].Load with { KneeKilometres = new KneeKilometres(32) } };

        var row = Judge(history);

        Assert.Equal((34, WeekQuantity.KneeLoad), (row.Points, row.Quantity));
        Assert.Equal((32, 20, 20), (row.KneeLoad!.Week.Value, row.KneeLoad.Most.Value, row.KneeLoad.Usual.Value));
    }

    [Fact]
    public void Of_equal_points_the_larger_ratio_counts_and_of_equal_ratios_the_distance()
    {
        var history = Blocks(20, 20, 20, 20, 25);
        Assert.Equal(WeekQuantity.Distance, Judge(history).Quantity);

        history[^1] = history[^1] with { Load = history[^1].Load with { KneeKilometres = new KneeKilometres(25.5) } };
        Assert.Equal((11, WeekQuantity.KneeLoad), (Judge(history).Points, Judge(history).Quantity));

        history[^1] = history[^1] with { Load = history[^1].Load with { KneeKilometres = new KneeKilometres(24.5) } };
        Assert.Equal((11, WeekQuantity.Distance), (Judge(history).Points, Judge(history).Quantity));
    }

    [Fact]
    public void A_load_that_is_unknown_leaves_the_distance_and_a_distance_that_is_unknown_the_load()
    {
        var history = Blocks(20, 20, 20, 20, 41);
        history[0] = history[0] with { Load = history[0].Load with { KneeKilometres = null } };
        var byDistance = Judge(history);
        Assert.Equal((43, WeekQuantity.Distance, null), (byDistance.Points, byDistance.Quantity, byDistance.KneeLoad));

        history = Blocks(20, 20, 20, 20, 41);
        history[2] = history[2].With(metrics => metrics with { Distance = null });
        var byLoad = Judge(history);
        Assert.Equal((43, WeekQuantity.KneeLoad, null), (byLoad.Points, byLoad.Quantity, byLoad.Distance));

        history[2] = history[2] with { Load = history[2].Load with { KneeKilometres = null } };
        Assert.Equal(NotJudged.DistanceUnknown, Judge(history).NotJudged);
        Assert.Equal(MeasurementQuality.None, Judge(history).Measurement);
    }

    private static List<HistoryRun> Blocks(params double[] kilometres) =>
        [.. kilometres.Select((length, i) => (Ago: (7 * (kilometres.Length - 1 - i)) + (i == 0 ? 6 : 0), Length: length))
            .Where(block => block.Length > 0)
            .Select(block => Run(block.Ago, block.Length))];

    private static Week Judge(double week, double last, double third, double second, double first)
    {
        // A short run on the first day, so that the history is old enough; the blocks hold one run each.
        List<HistoryRun> history = [.. Blocks(first, second, third, last, week)];
        return Judge(first > 0 ? history : [Run(36, 1), .. history]);
    }

    private static Week Judge(List<HistoryRun> history) => WeekRule.Judge(TrainingHistory.UpTo(history, Today), Today);

    private static WeekAmounts<Distance> Rounded(WeekAmounts<Distance> amounts) =>
        new(Rounded(amounts.Week), Rounded(amounts.Most), Rounded(amounts.Usual));

    private static Distance Rounded(Distance distance) => new(Math.Round(distance.Metres, 6));
}
