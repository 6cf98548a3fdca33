using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Advice;

/// <summary>Each piece of advice comes when its trigger holds, and not otherwise.</summary>
public sealed class AdviceListTests
{
    private static List<HistoryRun> Calm => Steady(10, every: 4, from: 62, to: 2);

    private static AdviceId[] Ids(IReadOnlyList<HistoryRun> history, RunnerProfile? profile = null, params DiaryEntry[] diary) =>
        [.. Items(history, profile, diary).Select(item => item.Id)];

    private static IReadOnlyList<AdviceItem> Items(IReadOnlyList<HistoryRun> history, RunnerProfile? profile = null, params DiaryEntry[] diary) =>
        AdviceList.For(Assess(history, profile, null, diary), history, diary, profile ?? RunnerProfile.Unknown);

    [Fact]
    public void A_calm_runner_is_told_to_keep_loads_gradual_and_of_the_exercises_that_a_trial_found_to_help() =>
        Assert.Equal([AdviceId.GradualLoad, AdviceId.HipAndCore], Ids(Calm));

    [Fact]
    public void After_a_spike_to_cut_back() => Assert.Contains(AdviceId.CutBack, Ids([.. Calm, Run(0, 15)]));

    [Fact]
    public void After_a_week_that_outgrew_the_month_to_keep_within_it()
    {
        var ids = Ids([.. Steady(10, every: 2, from: 62, to: 2), Run(1, 10), Run(3, 10), Run(5, 10)]);

        Assert.Contains(AdviceId.WeekOutgrewMonth, ids);
        Assert.DoesNotContain(AdviceId.CutBack, ids);
    }

    [Fact]
    public void What_set_the_finding_is_answered_first()
    {
        HistoryRun[] history = [.. Steady(10, every: 2, from: 62, to: 2), Run(1, 10), Run(3, 10), Run(5, 10)];
        var week = Assess(history);
        var mountain = week with { SetBy = SetBy.Descent, Rows = week.Rows! with { Descent = week.Rows.Descent with { Points = 34 } } };

        Assert.Equal(AdviceId.WeekOutgrewMonth, AdviceList.For(week, history, [], RunnerProfile.Unknown)[0].Id);
        Assert.Equal(
            [AdviceId.Downhill, AdviceId.WeekOutgrewMonth], AdviceList.For(mountain, history, [], RunnerProfile.Unknown).Take(2).Select(item => item.Id));
    }

    [Fact]
    public void After_many_small_steps_to_let_the_longest_run_rest()
    {
        HistoryRun[] growing = [.. Enumerable.Range(0, 22).Select(i => Run((21 - i) * 3, 5 * Math.Pow(1.09, i)))];

        Assert.Contains(AdviceId.SmallSteps, Ids(growing));
    }

    [Fact]
    public void After_30_days_off_to_return_by_half() => Assert.Contains(AdviceId.Return, Ids(Steady(10, 4, 102, 31)));

    [Fact]
    public void After_the_first_run_back_still_to_return_by_half() =>
        Assert.Contains(AdviceId.Return, Ids([Run(100, 5), Run(90, 20), Run(80, 5), Run(4, 11)]));

    [Fact]
    public void With_a_red_flag_to_see_a_doctor_with_the_first_aid_that_it_allows_and_no_word_on_running()
    {
        Assert.Equal([AdviceId.SeeADoctor, AdviceId.FirstAid], Ids(Calm, null, Entry(1) with { RedFlags = RedFlags.Locking }));
        Assert.Equal([AdviceId.SeeADoctor], Ids(Calm, null, Entry(1) with { RedFlags = RedFlags.CalfSwelling }));
        Assert.Equal(
            RedFlags.Locking | RedFlags.PopAtInjury,
            Items(Calm, null, Entry(1) with { RedFlags = RedFlags.Locking }, Entry(2) with { RedFlags = RedFlags.PopAtInjury })[0].RedFlags);
    }

    [Fact]
    public void With_bad_pain_to_stop_with_first_aid() =>
        Assert.Equal([AdviceId.StopRunning, AdviceId.FirstAid, AdviceId.KeepMoving], Ids(Calm, null, Entry(1, 7)));

    [Fact]
    public void With_a_fresh_pain_to_hold_on_soft_level_ground_and_to_stop_at_once_when_it_begins()
    {
        var ids = Ids(Calm, null, Entry(1, 4, true));

        Assert.Equal(AdviceId.HoldOrReduce, ids[0]);
        Assert.Empty(new[] { AdviceId.SoftLevelGround, AdviceId.Downhill, AdviceId.StopAtOnce, AdviceId.Shoes, AdviceId.KeepMoving }.Except(ids));
        Assert.DoesNotContain(AdviceId.WalkBeforeStopping, ids);
        Assert.DoesNotContain(AdviceId.HipAndCore, ids);
    }

    [Fact]
    public void With_a_pain_that_keeps_coming_back_to_see_someone_to_walk_before_stopping_and_of_warmth()
    {
        var ids = Ids(Calm, null, Entry(20, 1, true), Entry(10, 1, true), Entry(1, 1, true));

        Assert.Empty(new[] { AdviceId.KeepsComingBack, AdviceId.WalkBeforeStopping, AdviceId.Warmth, AdviceId.WarmUp, AdviceId.KeepMoving }.Except(ids));
        Assert.DoesNotContain(AdviceId.StopAtOnce, ids);
    }

    [Fact]
    public void Pain_that_was_little_holds_nothing_yet_makes_the_knee_a_sore_one()
    {
        var ids = Ids(Calm, null, Entry(13, 1, true));

        Assert.Contains(AdviceId.SoftLevelGround, ids);
        Assert.DoesNotContain(AdviceId.HoldOrReduce, ids);
    }

    [Fact]
    public void Pain_of_14_days_ago_is_over() => Assert.DoesNotContain(AdviceId.SoftLevelGround, Ids(Calm, null, Entry(14, 1, true)));

    [Theory]
    [InlineData(41, true)]
    [InlineData(42, false)]
    public void Pain_on_three_days_within_six_weeks_keeps_coming_back(int first, bool comesBack) =>
        Assert.Equal(comesBack, Ids(Calm, null, Entry(first, 1, true), Entry(20, 1, true), Entry(1, 1, true)).Contains(AdviceId.KeepsComingBack));

    [Fact]
    public void Pain_at_the_front_of_the_knee_asks_for_exercises_of_thigh_and_hip_and_offers_faster_steps()
    {
        Assert.DoesNotContain(AdviceId.ThighAndHip, Ids(Calm, null, Entry(1, 1, true)));
        Assert.DoesNotContain(AdviceId.Cadence, Ids(Calm, null, Entry(1, 1, true)));
        Assert.Contains(AdviceId.ThighAndHip, Ids(Calm, null, Entry(1, 1, true) with { FrontOfKnee = true }));
        Assert.Contains(AdviceId.Cadence, Ids(Calm, null, Entry(1, 1, true) with { FrontOfKnee = true }));
    }

    [Theory]
    [InlineData(161, false)]
    [InlineData(161.8, false)]
    [InlineData(160, true)]
    public void Faster_steps_are_for_steps_longer_than_usual_by_5_percent(double cadence, bool advised)
    {
        var history = Calm.Select((run, i) => run with { Load = run.Load with { CadenceAtOwnPace = new(i >= Calm.Count - 2 ? cadence : 169) } }).ToList();

        Assert.Equal(advised, Ids(history).Contains(AdviceId.Cadence));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.85, false)]
    public void Fast_starts_are_answered_by_a_gentle_one(double ratio, bool advised) =>
        Assert.Equal(advised, Ids([.. Calm.Select(run => run.With(metrics => metrics with { WarmUpRatio = new(ratio) }))]).Contains(AdviceId.WarmUp));

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.94, false)]
    public void Abrupt_stops_are_answered_by_a_walk(double ratio, bool advised) =>
        Assert.Equal(
            advised, Ids([.. Calm.Select(run => run.With(metrics => metrics with { FinalMinuteRatio = new(ratio) }))]).Contains(AdviceId.WalkBeforeStopping));

    [Theory]
    [InlineData(3000, true)]
    [InlineData(900, false)]
    public void Much_more_downhill_than_usual_is_answered(double metres, bool advised)
    {
        var history = Calm.Select((run, i) =>
            run.With(metrics => metrics with { Downhill = new(new(i == Calm.Count - 1 ? metres : 600), default, default) })).ToList();

        Assert.Equal(advised, Ids(history).Contains(AdviceId.Downhill));
    }

    [Fact]
    public void A_known_heel_strike_is_answered_without_asking_for_another()
    {
        Assert.DoesNotContain(AdviceId.EvenRoll, Ids(Calm));
        Assert.Contains(AdviceId.EvenRoll, Ids(Calm, new() { ToldHeelStrike = true, ToldFootStrikeOn = Today }));
        Assert.Contains(AdviceId.SofterLanding, Ids(Calm, new() { ToldHeelStrike = true, ToldFootStrikeOn = Today }));
        Assert.DoesNotContain(AdviceId.EvenRoll, Ids(Calm, new() { ToldHeelStrike = false, ToldFootStrikeOn = Today }));
    }

    [Fact]
    public void Under_18_only_people_who_can_look_at_the_knee_are_named()
    {
        Assert.Equal([AdviceId.Under18], Ids(Calm, new() { BirthYear = 2015 }));
        Assert.Equal(
            [AdviceId.SeeADoctor, AdviceId.Under18, AdviceId.FirstAid],
            Ids(Calm, new() { BirthYear = 2015 }, Entry(1) with { RedFlags = RedFlags.PopAtInjury }));
    }

    [Fact]
    public void A_paused_runner_is_urged_to_nothing() =>
        Assert.Equal([AdviceId.Return, AdviceId.KeepMoving], Ids([.. Calm, Run(0, 30)], new() { Paused = true }));

    [Fact]
    public void A_beginner_is_told_to_keep_loads_gradual() => Assert.Contains(AdviceId.GradualLoad, Ids([Run(1, 5)]));

    [Fact]
    public void No_advice_comes_twice()
    {
        var ids = Ids(Calm, null, Entry(20, 1, true), Entry(10, 1, true), Entry(1, 4, true) with { FrontOfKnee = true });

        Assert.Equal(ids.Distinct().Order(), ids);
    }
}
