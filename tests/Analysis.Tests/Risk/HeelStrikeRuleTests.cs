using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Heel striking is recorded, told, or unknown; it gives 6 points at most, and unknown none.</summary>
public sealed class HeelStrikeRuleTests
{
    private static List<HistoryRun> Usual => Steady(10, 4, 62, 2);

    [Theory]
    [InlineData(1.0, 6)]
    [InlineData(0.75, 5)]
    [InlineData(0.25, 2)]
    [InlineData(0.0, 0)]
    public void Recorded_steps_give_6_points_times_their_heel_share(double share, int points)
    {
        var row = Assess([.. Usual.Select(run => run.Recorded(share))]).Rows!.HeelStrike;

        Assert.Equal(points, row.Points);
        Assert.Equal(share, row.Share?.Value);
        Assert.Equal(MeasurementQuality.Good, row.Measurement);
    }

    [Fact]
    public void The_share_is_taken_over_steps()
    {
        List<HistoryRun> history =
        [
            .. Steady(10, 4, 62, 30), Run(9, 10).Recorded(1, steps: 900), Run(5, 10).Recorded(0, steps: 300), Run(1, 10).Recorded(0, steps: 600),
        ];

        Assert.Equal(0.5, Assess(history).Rows!.HeelStrike.Share?.Value);
    }

    [Fact]
    public void Two_recorded_runs_are_not_enough()
    {
        List<HistoryRun> history = [.. Steady(10, 4, 62, 30), Run(5, 10).Recorded(1), Run(1, 10).Recorded(1)];

        Assert.Equal(0, Assess(history).Rows!.HeelStrike.Points);
    }

    [Theory]
    [InlineData(7, 6)]
    [InlineData(7.01, 0)]
    public void Less_than_30_percent_of_the_metres_are_not_enough(double unrecordedPerRun, int points)
    {
        List<HistoryRun> history =
        [
            .. Steady(10, 4, 62, 30), Run(9, 1).Recorded(1), Run(5, 1).Recorded(1), Run(1, 1).Recorded(1), Run(12, unrecordedPerRun),
        ];

        Assert.Equal(points, Assess(history).Rows!.HeelStrike.Points);
    }

    [Fact]
    public void A_sensor_that_slept_for_most_of_the_run_recorded_few_metres()
    {
        List<HistoryRun> history = [.. Steady(10, 4, 62, 30), .. Steady(10, 5, 11, 1).Select(run => run.Recorded(1, steps: 290))];

        Assert.Equal(0, Assess(history).Rows!.HeelStrike.Points);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 0)]
    public void What_the_runner_told_counts_fairly(bool heel, int points)
    {
        var row = Assess(Usual, new() { ToldHeelStrike = heel, ToldFootStrikeOn = Today.PlusDays(-10) }).Rows!.HeelStrike;

        Assert.Equal(points, row.Points);
        Assert.Equal(MeasurementQuality.Fair, row.Measurement);
    }

    [Theory]
    [InlineData(2025, 6, 28, 5)]
    [InlineData(2025, 6, 27, 0)]
    [InlineData(2026, 6, 29, 0)]
    public void What_was_told_holds_for_12_months(int year, int month, int day, int points)
    {
        var row = Assess(Usual, new() { ToldHeelStrike = true, ToldFootStrikeOn = new LocalDate(year, month, day) }).Rows!.HeelStrike;

        Assert.Equal(points, row.Points);
    }

    [Fact]
    public void A_record_is_trusted_over_what_was_told()
    {
        var row = Assess([.. Usual.Select(run => run.Recorded(0))], new() { ToldHeelStrike = true, ToldFootStrikeOn = Today }).Rows!.HeelStrike;

        Assert.Equal(0, row.Points);
    }

    [Fact]
    public void Unknown_gives_no_points_and_no_measurement()
    {
        var row = Assess(Usual).Rows!.HeelStrike;

        Assert.Equal(0, row.Points);
        Assert.Null(row.Share);
        Assert.Equal(NotJudged.FootStrikeUnknown, row.NotJudged);
        Assert.Equal(MeasurementQuality.None, row.Measurement);
    }

    [Fact]
    public void The_usual_is_what_was_recorded_in_the_twenty_eight_days_before()
    {
        var history = Steady(10, 4, 62, 2).Select(run => run.Recorded(run.Metrics.LocalDate > Today.PlusDays(-28) ? 1 : 0.25)).ToList();

        var row = Assess(history).Rows!.HeelStrike;

        Assert.Equal((1, 0.25), (row.Share!.Value.Value, row.Usual!.Value.Value));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void What_is_told_today_counts_today_and_is_all_or_nothing(bool heel, double share)
    {
        var row = Assess(Steady(10, 4, 62, 2), new() { ToldHeelStrike = heel, ToldFootStrikeOn = Today }).Rows!.HeelStrike;

        Assert.Equal((share, true, Today), (row.Share!.Value.Value, row.Counts, row.ToldOn));
    }
}
