using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Risk;

public sealed class RiskFactorTests
{
    [Theory]
    [InlineData(FactorId.LongestRun, 85, Certainty.B, true)]
    [InlineData(FactorId.Creep, 48, Certainty.C, true)]
    [InlineData(FactorId.Descent, 34, Certainty.D, true)]
    [InlineData(FactorId.Week, 43, Certainty.C, true)]
    [InlineData(FactorId.HardSurface, 9, Certainty.D, false)]
    [InlineData(FactorId.HeelStrike, 6, Certainty.C, false)]
    public void A_row_knows_its_most_points_its_certainty_and_whether_it_measures_load(FactorId id, int most, Certainty science, bool isLoad)
    {
        var row = MadeRows.Of().All.Single(row => row.Id == id);

        Assert.Equal((most, science, isLoad), (row.MostPoints, row.Science, row.IsLoadMeasure));
        Assert.NotEmpty(row.Sources);
    }

    [Fact]
    public void The_rule_of_the_single_run_rests_on_its_study_and_the_precautions_on_what_speaks_against_them()
    {
        var rows = MadeRows.Of();

        Assert.Equal([Sources.Frandsen2025], rows.LongestRun.Sources);
        Assert.Equal([Sources.Frandsen2025], rows.Creep.Sources);
        Assert.Equal([Sources.VanHooren2024], rows.Descent.Sources);
        Assert.Contains(Sources.Nielsen2014Progression, rows.Week.Sources);
        Assert.Contains(Sources.VanDerWorp2015, rows.HardSurface.Sources);
        Assert.Contains(Sources.Burke2023, rows.HeelStrike.Sources);
    }

    [Fact]
    public void A_row_that_does_not_exist_is_a_bug()
    {
        const FactorId None = (FactorId)6;

        Assert.Throws<ArgumentOutOfRangeException>(() => FactorEvidence.MostPointsOf(None));
        Assert.Throws<ArgumentOutOfRangeException>(() => FactorEvidence.CertaintyOf(None));
        Assert.Throws<ArgumentOutOfRangeException>(() => FactorEvidence.SourcesOf(None));
    }

    [Theory]
    [InlineData(12.0, 10.0, 1.2)]
    [InlineData(12.0, 0.0, null)]
    [InlineData(12.0, -1.0, null)]
    [InlineData(null, 10.0, null)]
    [InlineData(12.0, null, null)]
    public void A_ratio_is_measured_over_usual_where_both_are_known(double? measured, double? usual, double? ratio)
    {
        var numbers = FactorNumbers.Of(measured, usual, FactorUnit.Share);

        Assert.Equal((measured, usual, ratio, FactorUnit.Share), (numbers.Measured, numbers.Usual, numbers.Ratio, numbers.Unit));
    }

    [Fact]
    public void Rows_of_a_session_give_metres()
    {
        var rows = MadeRows.Of();

        Assert.Equal(
            FactorNumbers.Of(15_000, 10_000, FactorUnit.Metres),
            (rows.LongestRun with { Distance = new Distance(15_000), Base = new Distance(10_000) }).Numbers);
        Assert.Equal(1.5, (rows.LongestRun with { Distance = new Distance(15_000), Base = new Distance(10_000) }).Ratio);
        Assert.Null((rows.LongestRun with { Distance = new Distance(15_000), Base = Distance.Zero }).Ratio);
        Assert.Null(rows.LongestRun.Ratio);
        Assert.Equal(
            FactorNumbers.Of(12_000, 10_000, FactorUnit.Metres),
            (rows.Creep with { Distance = new Distance(12_000), Longest = new Distance(10_000) }).Numbers);
        Assert.Equal(
            FactorNumbers.Of(900, 300, FactorUnit.Metres), (rows.Descent with { Down = new Distance(900), Most = new Distance(300) }).Numbers);
    }

    [Fact]
    public void The_row_of_the_week_gives_the_quantity_that_it_was_judged_by()
    {
        var week = MadeRows.Of().Week with
        {
            Distance = new(new Distance(30_000), new Distance(20_000), new Distance(15_000)),
            KneeLoad = new(new KneeKilometres(36), new KneeKilometres(18), new KneeKilometres(16)),
        };

        Assert.Equal(FactorNumbers.Of(30_000, 20_000, FactorUnit.Metres), (week with { Quantity = WeekQuantity.Distance }).Numbers);
        Assert.Equal(FactorNumbers.Of(36, 18, FactorUnit.KneeKilometres), (week with { Quantity = WeekQuantity.KneeLoad }).Numbers);
        Assert.Equal(new FactorNumbers(null, null, null, FactorUnit.Metres), week.Numbers);
    }

    [Fact]
    public void The_precautions_give_shares()
    {
        var rows = MadeRows.Of();

        Assert.Equal(
            FactorNumbers.Of(0.8, 0.5, FactorUnit.Share), (rows.HardSurface with { Share = new Fraction(0.8), Usual = new Fraction(0.5) }).Numbers);
        Assert.Equal(
            FactorNumbers.Of(1, null, FactorUnit.Share), (rows.HeelStrike with { Share = new Fraction(1) }).Numbers);
    }

    [Theory]
    [InlineData(2.4, 2)]
    [InlineData(2.5, 3)]
    [InlineData(3.5, 4)]
    [InlineData(0.49, 0)]
    public void Points_are_rounded_half_away_from_zero(double points, int rounded) => Assert.Equal(rounded, Rounding.ToPoints(points));
}
