using KneeLoad.Analysis.Risk;

namespace KneeLoad.Analysis.Tests.Risk;

public sealed class RiskAssessmentTests
{
    [Fact]
    public void Only_the_load_measure_that_counts_and_the_precautions_add_up()
    {
        var rows = MadeRows.Of(run: 48, creep: 20, descent: 30, week: 43, hard: 9, heel: 6);

        Assert.Equal(48 + 9 + 6, rows.Points);
        Assert.Equal(FactorId.LongestRun, rows.LoadIncrease.Id);
    }

    [Fact]
    public void Rows_stand_in_the_order_in_which_they_are_shown() => Assert.Equal(
        [FactorId.LongestRun, FactorId.Creep, FactorId.Descent, FactorId.Week, FactorId.HardSurface, FactorId.HeelStrike],
        MadeRows.Of().All.Select(row => row.Id));

    [Theory]
    [InlineData(null, true)]
    [InlineData(NotJudged.NoRecentSession, true)]
    [InlineData(NotJudged.WindowNotFull, false)]
    [InlineData(NotJudged.DistanceUnknown, false)]
    public void Load_was_judged_where_a_session_was_or_there_was_none(NotJudged? why, bool judged) =>
        Assert.Equal(judged, MadeRows.Of(runNotJudged: why).LoadIncreaseJudged);

    [Fact]
    public void Missing_arguments_are_a_bug()
    {
        Assert.Throws<ArgumentNullException>("history", () => RiskModel.Assess(null!, [], RunnerProfile.Unknown, Histories.Today));
        Assert.Throws<ArgumentNullException>("diary", () => RiskModel.Assess([], null!, RunnerProfile.Unknown, Histories.Today));
        Assert.Throws<ArgumentNullException>("profile", () => RiskModel.Assess([], [], null!, Histories.Today));
    }

    [Fact]
    public void Without_a_score_there_are_no_rows()
    {
        var assessment = Histories.Assess([]);

        Assert.Null(assessment.Rows);
        Assert.Empty(assessment.Factors);
        Assert.Null(assessment.Score);
        Assert.Equal(SetBy.NotEnoughData, assessment.SetBy);
    }
}
