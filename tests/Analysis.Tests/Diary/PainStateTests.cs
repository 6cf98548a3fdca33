using KneeLoad.Analysis.Diary;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Diary;

/// <summary>Holds and the return ladder, entry by entry.</summary>
public sealed class PainStateTests
{
    private static readonly LocalDate Day = Today;

    [Fact]
    public void Without_an_entry_nothing_is_asked_for()
    {
        var state = State([]);

        Assert.Null(state.HoldGateOn(Day));
        Assert.Null(state.LadderGateOn(Day));
        Assert.Null(state.LadderOn(Day));
        Assert.False(state.IsCheckInDue(Day));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_hold_stands_for_fourteen_days_from_its_entry(int later, bool holds)
    {
        var gate = State([], On(0, pain: 4)).HoldGateOn(Day.PlusDays(later));

        Assert.Equal(holds ? new PainGate(GateAction.HoldOrReduce, Day, Day.PlusDays(14)) : null, gate);
    }

    [Fact]
    public void A_later_hold_begins_the_days_anew()
    {
        var state = State([], On(0, pain: 4), On(3, pain: 3));

        Assert.Equal(Day.PlusDays(3), state.HoldGateOn(Day.PlusDays(17))?.Since);
        Assert.False(state.IsCheckInDue(Day.PlusDays(17)));
        Assert.True(state.IsCheckInDue(Day.PlusDays(18)));
    }

    [Theory]
    [InlineData(ToldActivity.Walk20Minutes, true)]
    [InlineData(ToldActivity.Walk30Minutes, true)]
    [InlineData(ToldActivity.Run, true)]
    [InlineData(ToldActivity.None, false)]
    [InlineData(null, false)]
    public void An_entry_that_settled_after_twenty_minutes_lifts_a_hold(ToldActivity? told, bool lifted)
    {
        var state = State([], On(0, pain: 4), On(1, pain: 1, told));

        Assert.Equal(lifted, state.HoldGateOn(Day.PlusDays(1)) is null);
        Assert.Equal(!lifted, state.IsCheckInDue(Day.PlusDays(15)));
    }

    [Fact]
    public void A_recorded_walk_of_twenty_minutes_and_any_recorded_run_lift_it_too()
    {
        Assert.Null(State([Walk(1, 20)], On(0, pain: 4), On(1, pain: 0)).HoldGateOn(Day.PlusDays(1)));
        Assert.NotNull(State([Walk(1, 19)], On(0, pain: 4), On(1, pain: 0)).HoldGateOn(Day.PlusDays(1)));
        Assert.NotNull(State([Walk(2, 60)], On(0, pain: 4), On(1, pain: 0)).HoldGateOn(Day.PlusDays(1)));
        Assert.Null(State([Ran(1, 1, minutes: 5)], On(0, pain: 4), On(1, pain: 0)).HoldGateOn(Day.PlusDays(1)));
    }

    [Fact]
    public void After_a_stop_the_ladder_begins_with_rest_and_its_gate_is_to_stop()
    {
        var state = State([], On(0, pain: 6));

        Assert.Equal(new ReturnLadder(LadderStep.Rest, Day, FreeingActivity.Walk), state.LadderOn(Day));
        Assert.Equal(new PainGate(GateAction.Stop, Day, null), state.LadderGateOn(Day));
    }

    [Fact]
    public void A_walk_of_twenty_minutes_frees_walking_and_one_of_thirty_the_half_session()
    {
        Assert.Equal((LadderStep.Walk, GateAction.Stop), After(State([], On(0, pain: 6), On(1, 0, ToldActivity.Walk20Minutes))));
        Assert.Equal((LadderStep.HalfSession, GateAction.HoldOrReduce), After(State([], On(0, pain: 6), On(1, 0, ToldActivity.Walk30Minutes))));
        Assert.Equal((LadderStep.Walk, GateAction.Stop), After(State([Walk(1, 29)], On(0, pain: 6), On(1, 0))));
        Assert.Equal((LadderStep.HalfSession, GateAction.HoldOrReduce), After(State([Walk(1, 30)], On(0, pain: 6), On(1, 0))));
    }

    [Fact]
    public void From_walking_only_half_an_hour_leads_on()
    {
        Assert.Equal(LadderStep.Walk, After(State([], On(0, 6), On(1, 0, ToldActivity.Walk20Minutes), On(2, 0, ToldActivity.Walk20Minutes))).Step);
        Assert.Equal(LadderStep.HalfSession, After(State([], On(0, 6), On(1, 0, ToldActivity.Walk20Minutes), On(2, 0, ToldActivity.Walk30Minutes))).Step);
    }

    // The usual session is 10 km: half of it is 5, three quarters of that 3.75; three quarters of the whole are 7.5.
    [Theory]
    [InlineData(3.74, LadderStep.HalfSession)]
    [InlineData(3.75, LadderStep.UsualSession)]
    [InlineData(40.0, LadderStep.UsualSession)]
    public void Half_of_the_usual_session_frees_the_usual_one(double kilometres, LadderStep step)
    {
        var state = State([.. Usual, Ran(2, kilometres)], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0));

        Assert.Equal(step, After(state).Step);
    }

    [Theory]
    [InlineData(7.49, false)]
    [InlineData(7.5, true)]
    public void The_usual_session_ends_the_ladder_and_its_hold(double kilometres, bool isDone)
    {
        var state = State([.. Usual, Ran(2, 5), Ran(3, kilometres)], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0), On(3, 0));

        Assert.Equal(isDone, state.LadderOn(Day.PlusDays(3)) is null);
        Assert.Equal(isDone, state.HoldGateOn(Day.PlusDays(3)) is null);
        Assert.False(isDone && state.IsCheckInDue(Day.PlusDays(40)));
    }

    [Fact]
    public void A_walk_frees_no_running_step()
    {
        var state = State([.. Usual], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0, ToldActivity.Walk30Minutes));

        Assert.Equal(LadderStep.HalfSession, After(state).Step);
    }

    [Fact]
    public void A_run_of_unknown_distance_is_taken_at_the_runners_word()
    {
        Assert.Equal(LadderStep.UsualSession, After(State([.. Usual], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0, ToldActivity.Run))).Step);
        Assert.Equal(LadderStep.UsualSession, After(State([.. Usual, Ran(2, null)], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0))).Step);
        Assert.Equal(LadderStep.UsualSession, After(State([Ran(2, 1)], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0))).Step);
    }

    [Fact]
    public void Of_several_runs_of_a_day_the_longest_counts() =>
        Assert.Equal(
            LadderStep.UsualSession, After(State([.. Usual, Ran(2, 1), Ran(2, 4)], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, 0))).Step);

    [Theory]
    [InlineData(3, LadderStep.Walk, 0)]
    [InlineData(6, LadderStep.Rest, 2)]
    public void Pain_goes_back_one_step_and_much_pain_begins_anew(int pain, LadderStep step, int stoppedOn)
    {
        var state = State([], On(0, 6), On(1, 0, ToldActivity.Walk30Minutes), On(2, pain));

        Assert.Equal((step, Day.PlusDays(stoppedOn)), (state.LadderOn(Day.PlusDays(2))!.Step, state.LadderOn(Day.PlusDays(2))!.StoppedOn));
    }

    [Fact]
    public void There_is_no_step_below_rest() => Assert.Equal(LadderStep.Rest, After(State([], On(0, 6), On(1, 4), On(2, 4))).Step);

    [Fact]
    public void An_entry_that_neither_hurts_nor_settled_changes_nothing()
    {
        var unsettled = On(1, 2, ToldActivity.Walk30Minutes) with { SettledWithinHour = null };

        Assert.Equal(LadderStep.Rest, After(State([], On(0, 6), unsettled)).Step);
        Assert.NotNull(State([], On(0, 4), unsettled).HoldGateOn(Day.PlusDays(1)));
    }

    [Theory]
    [InlineData(42, true)]
    [InlineData(43, false)]
    public void The_ladder_stands_for_six_weeks_without_a_word(int later, bool stands) =>
        Assert.Equal(stands, State([], On(0, 6)).LadderOn(Day.PlusDays(later)) is not null);

    [Fact]
    public void A_walk_is_a_word_and_a_rest_day_is_none()
    {
        Assert.NotNull(State([], On(0, 6), On(10, 0, ToldActivity.Walk20Minutes)).LadderOn(Day.PlusDays(52)));
        Assert.Null(State([], On(0, 6), On(10, 0, ToldActivity.None)).LadderOn(Day.PlusDays(52)));
        Assert.True(State([], On(0, 6), On(10, 0, ToldActivity.None)).IsCheckInDue(Day.PlusDays(15)));
        Assert.False(State([], On(0, 6), On(10, 0, ToldActivity.Walk20Minutes)).IsCheckInDue(Day.PlusDays(24)));
    }

    [Theory]
    [InlineData(LadderStep.Rest, FreeingActivity.Walk)]
    [InlineData(LadderStep.Walk, FreeingActivity.Walk)]
    [InlineData(LadderStep.HalfSession, FreeingActivity.HalfSession)]
    [InlineData(LadderStep.UsualSession, FreeingActivity.UsualSession)]
    public void Each_step_names_what_frees_the_next(LadderStep step, FreeingActivity freedBy)
    {
        DiaryEntry[] entries = [On(0, 6), On(1, 0, ToldActivity.Walk20Minutes), On(2, 0, ToldActivity.Walk30Minutes), On(3, 0, ToldActivity.Run)];

        Assert.Equal(new ReturnLadder(step, Day, freedBy), State([.. Usual], [.. entries.Take(1 + (int)step)]).LadderOn(Day.PlusDays(3)));
    }

    private static IEnumerable<RecordedActivity> Usual => [Ran(-3, 10), Ran(-2, 10), Ran(-1, 10)];

    private static RecordedActivity Ran(int day, double? kilometres, int minutes = 60) =>
        new(Day.PlusDays(day), IsRun: true, Duration.FromMinutes(minutes), kilometres is { } length ? new Distance(1000 * length) : null);

    private static RecordedActivity Walk(int day, int minutes) => new(Day.PlusDays(day), IsRun: false, Duration.FromMinutes(minutes), new Distance(2000));

    private static DiaryEntry On(int day, int pain, ToldActivity? told = null) => Entry(-day, pain, settled: true) with { Activity = told };

    private static (LadderStep Step, GateAction Gate) After(PainState state) =>
        (state.LadderOn(Day.PlusDays(3))!.Step, state.LadderGateOn(Day.PlusDays(3))!.Action);

    private static PainState State(RecordedActivity[] activities, params DiaryEntry[] entries)
    {
        var state = new PainState(activities);
        Array.ForEach(entries, state.Take);
        return state;
    }
}
