using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Hard ground gives 9 points at most, and none while less than half is known.</summary>
public sealed class HardSurfaceRuleTests
{
    private static HardSurface Row(double known, double assumed, double unknown, double hard) =>
        Assess([.. Steady(10, 4, 62, 30), Run(20, 10).OnGround(known, assumed, unknown, hard)]).Rows!.HardSurface;

    [Theory]
    [InlineData(5000, 0)]
    [InlineData(7500, 5)]
    [InlineData(7499, 4)]
    [InlineData(10000, 9)]
    public void Points_rise_from_half_to_all_and_round_half_away_from_zero(double hard, int points) =>
        Assert.Equal(points, Row(10_000, 0, 0, hard).Points);

    [Fact]
    public void The_share_is_over_known_and_assumed_metres()
    {
        var row = Row(known: 4000, assumed: 2000, unknown: 4000, hard: 6000);

        Assert.Equal(1, row.Share?.Value);
        Assert.Equal(9, row.Points);
        Assert.Equal(0.4, row.KnownShare?.Value);
    }

    [Theory]
    [InlineData(4999, false)]
    [InlineData(5000, true)]
    public void Below_half_known_or_assumed_there_is_no_share(double known, bool judged)
    {
        var row = Row(known, 0, 10_000 - known, known);

        Assert.Equal(judged ? 9 : 0, row.Points);
        Assert.Equal(judged, row.Share is not null);
        Assert.Equal(judged, row.Measurement is not MeasurementQuality.None);
    }

    [Theory]
    [InlineData(8000, MeasurementQuality.Good)]
    [InlineData(7999, MeasurementQuality.Fair)]
    [InlineData(5000, MeasurementQuality.Fair)]
    [InlineData(4999, MeasurementQuality.Poor)]
    public void The_measurement_is_as_good_as_what_is_known(double known, MeasurementQuality expected) =>
        Assert.Equal(expected, Row(known, 10_000 - known, 0, 10_000).Measurement);

    [Fact]
    public void Without_a_map_there_are_no_points_and_the_row_says_so()
    {
        var row = Assess(Steady(10, 4, 62, 2)).Rows!.HardSurface;

        Assert.Equal(0, row.Points);
        Assert.Equal(MeasurementQuality.None, row.Measurement);
        Assert.Equal(NotJudged.NoMap, row.NotJudged);
    }

    [Fact]
    public void Runs_without_a_map_count_as_unknown()
    {
        var row = Assess([.. Steady(10, 4, 62, 2), Run(1, 10).OnGround(10_000, 0, 0, 10_000)]).Rows!.HardSurface;

        Assert.Null(row.Share);
        Assert.Equal(NotJudged.SurfaceUnknown, row.NotJudged);
    }

    [Fact]
    public void A_run_28_days_ago_is_too_old()
    {
        var row = Assess([.. Steady(10, 4, 62, 30), Run(28, 10).OnGround(10_000, 0, 0, 0), Run(27, 10).OnGround(10_000, 0, 0, 10_000)]).Rows!.HardSurface;

        Assert.Equal(1, row.Share?.Value);
    }

    [Fact]
    public void Science_finds_no_support() => Assert.Equal(Certainty.D, Row(10_000, 0, 0, 10_000).Science);

    [Fact]
    public void The_usual_is_the_share_of_the_twenty_eight_days_before()
    {
        var history = Steady(10, 4, 62, 2).Select(run => run.OnGround(10_000, 0, 0, run.Metrics.LocalDate > Today.PlusDays(-28) ? 10_000 : 5000)).ToList();

        var row = Assess(history).Rows!.HardSurface;

        Assert.Equal((1, 0.5, 1), (row.Share!.Value.Value, row.Usual!.Value.Value, row.KnownShare!.Value.Value));
    }

    [Fact]
    public void Without_a_run_in_the_days_there_is_no_share_of_what_is_known()
    {
        var rows = Assess(Steady(10, 4, 69, 29)).Rows!;

        Assert.Null(rows.HardSurface.KnownShare);
        Assert.Equal((NotJudged.NoRun, NotJudged.NoRun), (rows.HardSurface.NotJudged, rows.HeelStrike.NotJudged));
    }
}
