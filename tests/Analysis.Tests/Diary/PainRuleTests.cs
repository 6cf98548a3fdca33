using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Analysis.Runs;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Diary;

/// <summary>The gate of the diary: what sets it, what it does to the level, what lifts it, when it ends.</summary>
public sealed class PainRuleTests
{
    private static List<HistoryRun> Calm => Steady(10, every: 4, from: 62, to: 2);

    [Theory]
    [InlineData(2, true, null)]
    [InlineData(3, true, GateAction.HoldOrReduce)]
    [InlineData(5, true, GateAction.HoldOrReduce)]
    [InlineData(6, true, GateAction.Stop)]
    [InlineData(0, false, GateAction.HoldOrReduce)]
    [InlineData(null, null, null)]
    public void Pain_and_settling_set_the_gate(int? pain, bool? settled, GateAction? action) =>
        Assert.Equal(action, Assess(Calm, null, null, Entry(1, pain, settled)).Gate?.Action);

    [Fact]
    public void Worse_next_morning_asks_to_hold() =>
        Assert.Equal(GateAction.HoldOrReduce, Assess(Calm, null, null, Entry(1, 1, true) with { WorseNextMorning = true }).Gate?.Action);

    [Fact]
    public void Limping_asks_to_stop() =>
        Assert.Equal(GateAction.Stop, Assess(Calm, null, null, Entry(1, 1, true) with { Limping = true }).Gate?.Action);

    [Fact]
    public void Hold_raises_the_level_to_elevated_and_leaves_the_score()
    {
        var calm = Assess(Calm);

        var held = Assess(Calm, null, null, Entry(1, 4, true));

        Assert.Equal(RiskLevel.Low, calm.Level);
        Assert.Equal(RiskLevel.Elevated, held.Level);
        Assert.Equal(calm.Score, held.Score);
    }

    [Fact]
    public void Hold_leaves_a_high_level_high() =>
        Assert.Equal(RiskLevel.High, Assess([.. Calm, Run(0, 40)], null, null, Entry(1, 4, true)).Level);

    [Fact]
    public void Stop_raises_the_level_to_high_and_leaves_the_score()
    {
        var stopped = Assess(Calm, null, null, Entry(1, 7));

        Assert.Equal(RiskLevel.High, stopped.Level);
        Assert.Equal(Assess(Calm).Score, stopped.Score);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_gate_holds_for_14_days_and_then_asks_to_check_in(int daysAgo, bool holds)
    {
        var assessment = Assess(Calm, null, null, Entry(daysAgo, 4, true));

        Assert.Equal(holds, assessment.Gate is not null);
        Assert.Equal(!holds, assessment.CheckInDue);
        if (holds)
        {
            Assert.Equal(new(GateAction.HoldOrReduce, Today.PlusDays(-14), Today), assessment.Gate);
        }
    }

    [Theory]
    [InlineData(ToldActivity.None, false)]
    [InlineData(ToldActivity.Walk20Minutes, true)]
    [InlineData(ToldActivity.Run, true)]
    [InlineData(null, false)]
    public void An_entry_that_settled_lifts_a_hold_only_after_a_walk_of_20_minutes_or_a_run(ToldActivity? activity, bool lifted)
    {
        // The runs of the history lie on other days.
        var assessment = Assess(Calm, null, null, Entry(5, 4, true), Entry(1, 2, true) with { Activity = activity });

        Assert.Equal(lifted, assessment.Gate is null);
    }

    [Fact]
    public void A_recorded_run_needs_not_be_told() => Assert.Null(Assess(Calm, null, null, Entry(5, 4, true), Entry(2, 0)).Gate);

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void A_recorded_walk_counts_by_its_minutes(int minutes, bool lifted)
    {
        var walk = Run(1, 2, kind: RunKind.Walk).With(metrics => metrics with { Timer = Duration.FromMinutes(minutes) });

        Assert.Equal(lifted, Assess([.. Calm, walk], null, null, Entry(5, 4, true), Entry(1, 0)).Gate is null);
    }

    [Fact]
    public void A_later_entry_without_an_answer_to_settling_does_not_lift_it() =>
        Assert.NotNull(Assess(Calm, null, null, Entry(5, 4, true), Entry(2, 2)).Gate);

    [Fact]
    public void A_milder_later_entry_does_not_lift_a_stop()
    {
        var gate = Assess(Calm, null, null, Entry(5, 7), Entry(2, 4, true)).Gate;

        Assert.Equal(new(GateAction.Stop, Today.PlusDays(-5), null), gate);
    }

    [Fact]
    public void A_later_painful_entry_of_the_same_day_counts_after_an_earlier_one()
    {
        var morning = Entry(2, 0);
        var evening = Entry(2, 4, true) with { Entered = morning.Entered + Duration.FromHours(12) };

        Assert.NotNull(Assess(Calm, null, null, evening, morning).Gate);
    }

    [Fact]
    public void Entries_after_the_day_are_not_seen() =>
        Assert.Null(Assess(Calm, null, null, Entry(-1, 8)).Gate);

    [Theory]
    [InlineData(RedFlags.CannotBearWeight)]
    [InlineData(RedFlags.Locking)]
    [InlineData(RedFlags.GivingWay)]
    [InlineData(RedFlags.MarkedSwelling)]
    [InlineData(RedFlags.HotAndRedWithFever)]
    [InlineData(RedFlags.PopAtInjury)]
    [InlineData(RedFlags.CalfSwelling)]
    public void An_open_red_flag_leaves_no_score_and_no_ceiling(RedFlags flag)
    {
        var assessment = Assess(Calm, null, null, Entry(40) with { RedFlags = flag });

        Assert.Equal(RiskLevel.SeeADoctor, assessment.Level);
        Assert.Null(assessment.Score);
        Assert.Empty(assessment.Factors);
        Assert.Equal(CeilingReason.SeeADoctor, assessment.Ceiling.Reason);
        Assert.Null(assessment.Ceiling.Limit);
        Assert.Equal(new(GateAction.SeeADoctor, Today.PlusDays(-40), null), assessment.Gate);
    }

    [Theory]
    [InlineData(0, RiskLevel.Low)]
    [InlineData(-1, RiskLevel.SeeADoctor)]
    public void A_red_flag_is_open_until_the_day_on_which_it_was_closed(int closedDaysAgo, RiskLevel level)
    {
        var entry = Entry(10) with { RedFlags = RedFlags.Locking, RedFlagClosed = Today.PlusDays(-closedDaysAgo) };

        Assert.Equal(level, Assess(Calm, null, null, entry).Level);
    }

    [Fact]
    public void A_gate_is_shown_without_a_score_and_makes_none()
    {
        var assessment = Assess([Run(3, 5)], null, null, Entry(1, 7));

        Assert.Equal(RiskLevel.NotEnoughData, assessment.Level);
        Assert.Null(assessment.Score);
        Assert.Equal(GateAction.Stop, assessment.Gate?.Action);
    }

    [Fact]
    public void Pain_days_are_counted_once_a_day_over_six_weeks()
    {
        DiaryEntry[] diary = [Entry(42, 1), Entry(41, 1), Entry(20, 1), Entry(20, 2), Entry(3, 0), Entry(1, 2)];

        Assert.Equal(3, PainRule.PainDays(diary, Today));
    }

    [Fact]
    public void Recurring_pain_leaves_the_level_as_computed()
    {
        var assessment = Assess(Calm, null, null, Entry(20, 1, true), Entry(10, 1, true), Entry(1, 1, true));

        Assert.Null(assessment.Gate);
        Assert.Equal(RiskLevel.Low, assessment.Level);
    }
}
