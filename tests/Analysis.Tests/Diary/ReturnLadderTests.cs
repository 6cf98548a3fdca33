using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Diary;

/// <summary>The way back after a stop: rest, a walk, half of the usual session, the usual session, then the ceiling.</summary>
public sealed class ReturnLadderTests
{
    private const int StoppedAgo = 10;

    /// <summary>10 km every other day until the day of the stop.</summary>
    private static List<HistoryRun> Usual => Steady(10, 2, 60, StoppedAgo);

    private static DiaryEntry Stop => Entry(StoppedAgo, 8);

    [Fact]
    public void After_a_stop_there_is_no_ceiling_and_the_level_is_high()
    {
        var assessment = Assess(Usual, null, null, Stop);

        Assert.Equal(new(LadderStep.Rest, Today.PlusDays(-StoppedAgo), FreeingActivity.Walk), assessment.Ladder);
        Assert.Equal((RiskLevel.High, SetBy.Pain), (assessment.Level, assessment.SetBy));
        Assert.Equal(CeilingReason.Stop, assessment.Ceiling.Reason);
        Assert.Null(assessment.Ceiling.Limit);
    }

    [Fact]
    public void Rest_days_without_pain_lift_nothing()
    {
        var assessment = Assess(Usual, null, null, Stop, Entry(9, 0), Entry(8, 0), Entry(1, 0) with { Activity = ToldActivity.None });

        Assert.Equal(LadderStep.Rest, assessment.Ladder?.Step);
        Assert.Null(assessment.Ceiling.Limit);
    }

    [Fact]
    public void A_walk_of_half_an_hour_frees_half_of_the_usual_session()
    {
        var assessment = Assess(Usual, null, null, Stop, Entry(5, 1, true) with { Activity = ToldActivity.Walk30Minutes });

        Assert.Equal((LadderStep.HalfSession, FreeingActivity.HalfSession), (assessment.Ladder?.Step, assessment.Ladder?.FreedBy));
        Assert.Equal((GateAction.HoldOrReduce, RiskLevel.Elevated), (assessment.Gate?.Action, assessment.Level));
        Assert.Equal(5_000, assessment.Ceiling.Limit?.Metres);
        Assert.Empty(assessment.Ceiling.Bands);
    }

    [Fact]
    public void A_walk_that_hurt_frees_nothing() => Assert.Equal(
        LadderStep.Rest, Assess(Usual, null, null, Stop, Entry(5, 3, true) with { Activity = ToldActivity.Walk30Minutes }).Ladder?.Step);

    [Fact]
    public void A_walk_that_was_worse_next_morning_frees_nothing() => Assert.Equal(
        LadderStep.Rest,
        Assess(Usual, null, null, Stop, Entry(5, 1, true) with { Activity = ToldActivity.Walk30Minutes, WorseNextMorning = true }).Ladder?.Step);

    [Fact]
    public void Half_of_the_usual_session_frees_the_usual_session_and_that_the_ceiling()
    {
        List<HistoryRun> half = [.. Usual, Run(3, 5)];
        List<HistoryRun> whole = [.. half, Run(1, 10)];
        DiaryEntry[] diary = [Stop, Entry(5, 0) with { Activity = ToldActivity.Walk30Minutes }, Entry(3, 1, true)];

        var afterHalf = Assess(half, null, null, diary);
        var afterWhole = Assess(whole, null, null, [.. diary, Entry(1, 1, true)]);

        Assert.Equal(LadderStep.UsualSession, afterHalf.Ladder?.Step);
        Assert.Equal(10_000, afterHalf.Ceiling.Limit?.Metres);
        Assert.Null(afterWhole.Ladder);
        Assert.Null(afterWhole.Gate);
        Assert.Equal(11_000, afterWhole.Ceiling.Limit!.Value.Metres, 6);
    }

    [Fact]
    public void A_run_of_much_less_than_the_step_frees_nothing()
    {
        DiaryEntry[] diary = [Stop, Entry(5, 0) with { Activity = ToldActivity.Walk30Minutes }, Entry(3, 0)];

        Assert.Equal(LadderStep.HalfSession, Assess([.. Usual, Run(3, 2)], null, null, diary).Ladder?.Step);
    }

    [Theory]
    [InlineData(4, LadderStep.HalfSession)]
    [InlineData(6, LadderStep.Rest)]
    public void A_worse_entry_goes_back_one_step_and_over_5_to_the_start(int pain, LadderStep step)
    {
        DiaryEntry[] diary = [Stop, Entry(5, 0) with { Activity = ToldActivity.Walk30Minutes }, Entry(3, 1, true), Entry(1, pain, true)];

        Assert.Equal(step, Assess([.. Usual, Run(3, 5), Run(1, 5)], null, null, diary).Ladder?.Step);
    }

    [Fact]
    public void Where_a_return_stands_in_the_window_half_of_it_is_the_most()
    {
        // Long runs before five weeks off; back with 16 km, then a stop.
        List<HistoryRun> history = [.. Steady(16, 2, 100, 60), Run(12, 16), Run(StoppedAgo, 16)];

        var ceiling = Assess(history, null, null, Stop, Entry(5, 0) with { Activity = ToldActivity.Walk30Minutes }).Ceiling;

        Assert.Equal(8_000, ceiling.Limit?.Metres);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Two_weeks_without_a_word_ask_to_check_in(int daysAgo, bool asked) =>
        Assert.Equal(asked, Assess(Usual, null, null, Entry(daysAgo, 8)).CheckInDue);

    [Theory]
    [InlineData(42, true)]
    [InlineData(43, false)]
    public void Six_weeks_without_a_word_end_it(int daysAgo, bool stands) =>
        Assert.Equal(stands, Assess(Usual, null, null, Entry(daysAgo, 8)).Ladder is not null);

    [Fact]
    public void A_recorded_walk_is_as_good_as_a_told_one()
    {
        var walk = Run(4, 3, kind: RunKind.Walk).With(metrics => metrics with { Timer = Duration.FromMinutes(31) });

        Assert.Equal(LadderStep.HalfSession, Assess([.. Usual, walk], null, null, Stop, Entry(4, 0)).Ladder?.Step);
    }
}
