using KneeLoad.Analysis.Risk;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The one thing that a headline speaks of.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData(RiskLevel.SeeADoctor, SetBy.Pain)]
    [InlineData(RiskLevel.NotEnoughData, SetBy.NotEnoughData)]
    [InlineData(RiskLevel.NoRecentRuns, SetBy.NoRecentRuns)]
    [InlineData(RiskLevel.NoScoreUnder18, SetBy.NotJudged)]
    [InlineData(RiskLevel.Low, SetBy.NotJudged)]
    [InlineData(RiskLevel.High, SetBy.NotJudged)]
    public void Without_a_score_the_level_itself_says_why(RiskLevel level, SetBy setBy) => Assert.Equal(setBy, Finding.Of(level, level, rows: null));

    [Theory]
    [InlineData(RiskLevel.Elevated, RiskLevel.Low)]
    [InlineData(RiskLevel.High, RiskLevel.Low)]
    [InlineData(RiskLevel.High, RiskLevel.Elevated)]
    public void A_level_that_the_diary_raised_is_set_by_pain_whatever_the_rows(RiskLevel level, RiskLevel byScore) =>
        Assert.Equal(SetBy.Pain, Finding.Of(level, byScore, MadeRows.Of(run: 85, hard: 9)));

    [Theory]
    [InlineData(48, 0, 0, 0, SetBy.LongestRun)]
    [InlineData(0, 48, 0, 0, SetBy.Creep)]
    [InlineData(0, 0, 34, 0, SetBy.Descent)]
    [InlineData(0, 0, 0, 43, SetBy.Week)]
    [InlineData(34, 34, 34, 34, SetBy.LongestRun)]
    [InlineData(0, 34, 34, 34, SetBy.Creep)]
    public void An_elevated_level_is_set_by_the_load_measure_that_counts(int run, int creep, int descent, int week, SetBy setBy) =>
        Assert.Equal(setBy, Finding.Of(RiskLevel.Elevated, RiskLevel.Elevated, MadeRows.Of(run, creep, descent, week)));

    [Theory]
    [InlineData(15, SetBy.LongestRun)]
    [InlineData(14, SetBy.Precautions)]
    public void Precautions_set_it_only_where_they_weigh_more_than_the_load(int run, SetBy setBy) =>
        Assert.Equal(setBy, Finding.Of(RiskLevel.Elevated, RiskLevel.Elevated, MadeRows.Of(run, hard: 9, heel: 6)));

    [Theory]
    [InlineData(10, SetBy.Nothing)]
    [InlineData(11, SetBy.Week)]
    public void A_low_level_is_calm_below_the_points_of_a_grown_week(int week, SetBy setBy) =>
        Assert.Equal(setBy, Finding.Of(RiskLevel.Low, RiskLevel.Low, MadeRows.Of(week: week)));

    [Fact]
    public void A_low_level_is_not_called_calm_where_load_could_not_be_judged()
    {
        Assert.Equal(SetBy.NotJudged, Finding.Of(RiskLevel.Low, RiskLevel.Low, MadeRows.Of(runNotJudged: NotJudged.WindowNotFull)));
        Assert.Equal(SetBy.Nothing, Finding.Of(RiskLevel.Low, RiskLevel.Low, MadeRows.Of(runNotJudged: NotJudged.NoRecentSession)));
        Assert.Equal(SetBy.Creep, Finding.Of(RiskLevel.Low, RiskLevel.Low, MadeRows.Of(creep: 11, runNotJudged: NotJudged.WindowNotFull)));
    }

    [Fact]
    public void Precautions_alone_leave_a_low_level_calm() =>
        Assert.Equal(SetBy.Nothing, Finding.Of(RiskLevel.Low, RiskLevel.Low, MadeRows.Of(hard: 9, heel: 6)));
}
