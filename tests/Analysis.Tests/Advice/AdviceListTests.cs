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

    private static string[] Ids(IReadOnlyList<HistoryRun> history, RunnerProfile? profile = null, params DiaryEntry[] diary)
    {
        var assessment = Assess(history, profile, null, diary);
        return [.. AdviceList.For(assessment, history, diary, profile ?? RunnerProfile.Unknown).Select(item => item.Id)];
    }

    [Fact]
    public void A_calm_runner_is_told_to_keep_loads_gradual_and_nothing_else() => Assert.Equal(["gradual-load"], Ids(Calm));

    [Fact]
    public void After_a_spike_to_cut_back() => Assert.Contains("cut-back", Ids([.. Calm, Run(0, 15)]));

    [Fact]
    public void After_30_days_off_to_return_by_half() => Assert.Contains("return", Ids(Steady(10, 4, 102, 31)));

    [Fact]
    public void After_the_first_run_back_still_to_return_by_half() =>
        Assert.Contains("return", Ids([Run(100, 5), Run(90, 20), Run(80, 5), Run(4, 11)]));

    [Fact]
    public void After_a_return_of_unknown_past_too() =>
        Assert.Contains("return", Ids([Run(100, null), Run(90, null), Run(80, null), Run(4, 11)]));

    [Fact]
    public void With_a_red_flag_to_see_a_doctor_and_no_word_on_running() =>
        Assert.Equal(["see-a-doctor", "first-aid"], Ids(Calm, null, Entry(1) with { RedFlags = RedFlags.Locking }));

    [Fact]
    public void With_bad_pain_to_stop_with_first_aid() =>
        Assert.Equal(["stop-running", "first-aid", "keep-moving"], Ids(Calm, null, Entry(1, 7)));

    [Fact]
    public void With_a_sore_knee_to_hold_on_soft_level_ground_and_to_walk_before_stopping()
    {
        var ids = Ids(Calm, null, Entry(1, 4, true));

        Assert.Equal("hold-or-reduce", ids[0]);
        Assert.Empty(new[] { "soft-level-ground", "downhill", "walk-before-stopping", "shoes", "keep-moving" }.Except(ids));
    }

    [Fact]
    public void Pain_that_was_little_holds_nothing_yet_makes_the_knee_a_sore_one()
    {
        var ids = Ids(Calm, null, Entry(13, 1, true));

        Assert.Contains("soft-level-ground", ids);
        Assert.DoesNotContain("hold-or-reduce", ids);
    }

    [Fact]
    public void Pain_of_14_days_ago_is_over() => Assert.DoesNotContain("soft-level-ground", Ids(Calm, null, Entry(14, 1, true)));

    [Theory]
    [InlineData(41, true)]
    [InlineData(42, false)]
    public void Pain_on_three_days_within_six_weeks_keeps_coming_back(int first, bool comesBack) =>
        Assert.Equal(comesBack, Ids(Calm, null, Entry(first, 1, true), Entry(20, 1, true), Entry(1, 1, true)).Contains("keeps-coming-back"));

    [Fact]
    public void A_gate_that_ran_out_asks_how_it_is() => Assert.Contains("check-in", Ids(Calm, null, Entry(15, 4, true)));

    [Fact]
    public void Faster_steps_are_for_pain_at_the_front_of_the_knee()
    {
        Assert.DoesNotContain("cadence", Ids(Calm, null, Entry(1, 1, true)));
        Assert.Contains("cadence", Ids(Calm, null, Entry(1, 1, true) with { FrontOfKnee = true }));
    }

    [Theory]
    [InlineData(161, false)]
    [InlineData(161.8, false)]
    [InlineData(160, true)]
    public void Faster_steps_are_for_steps_longer_than_usual_by_5_percent(double cadence, bool advised)
    {
        var history = Calm.Select((run, i) => run with { Load = run.Load with { CadenceAtOwnPace = new(i >= Calm.Count - 2 ? cadence : 169) } }).ToList();

        Assert.Equal(advised, Ids(history).Contains("cadence"));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.85, false)]
    public void Fast_starts_are_answered_by_a_gentle_one(double ratio, bool advised) =>
        Assert.Equal(advised, Ids([.. Calm.Select(run => run.With(metrics => metrics with { WarmUpRatio = new(ratio) }))]).Contains("warm-up"));

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(0.94, false)]
    public void Abrupt_stops_are_answered_by_a_walk(double ratio, bool advised) =>
        Assert.Equal(advised, Ids([.. Calm.Select(run => run.With(metrics => metrics with { FinalMinuteRatio = new(ratio) }))]).Contains("walk-before-stopping"));

    [Theory]
    [InlineData(3000, true)]
    [InlineData(900, false)]
    public void Much_more_downhill_than_usual_is_answered(double metres, bool advised)
    {
        var history = Calm.Select((run, i) =>
            run.With(metrics => metrics with { Downhill = new(new(i == Calm.Count - 1 ? metres : 600), default, default) })).ToList();

        Assert.Equal(advised, Ids(history).Contains("downhill"));
    }

    [Fact]
    public void A_known_heel_strike_is_answered_without_asking_for_another()
    {
        Assert.DoesNotContain("even-roll", Ids(Calm));
        Assert.Contains("even-roll", Ids(Calm, new() { ToldHeelStrike = true, ToldFootStrikeOn = Today }));
        Assert.DoesNotContain("even-roll", Ids(Calm, new() { ToldHeelStrike = false, ToldFootStrikeOn = Today }));
    }

    [Fact]
    public void Under_18_only_people_who_can_look_at_the_knee_are_named()
    {
        Assert.Equal(["under-18"], Ids(Calm, new() { BirthYear = 2015 }));
        Assert.Equal(["see-a-doctor", "under-18", "first-aid"], Ids(Calm, new() { BirthYear = 2015 }, Entry(1) with { RedFlags = RedFlags.PopAtInjury }));
    }

    [Fact]
    public void A_paused_runner_is_told_to_keep_moving_and_how_to_come_back() =>
        Assert.Equal(["return", "keep-moving"], Ids([.. Calm, Run(0, 30)], new() { Paused = true }));

    [Fact]
    public void A_beginner_is_told_to_keep_loads_gradual() => Assert.Equal(["gradual-load"], Ids([Run(1, 5)]));
}
