using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

public sealed class TrainingHistoryTests
{
    [Fact]
    public void Without_a_run_there_is_a_history_of_none()
    {
        var history = TrainingHistory.UpTo([], Today);

        Assert.Empty(history.Runs);
        Assert.Empty(history.Sessions);
        Assert.Null(history.FirstDay);
        Assert.True(history.IsFirst);
        Assert.Empty(TrainingHistory.All([]));
    }

    [Fact]
    public void Runs_come_by_start_and_then_by_key_whatever_their_order()
    {
        var history = TrainingHistory.UpTo([Run(0, 5, key: "b"), Run(2, 5, key: "z"), Run(0, 5, key: "a"), Run(0, 5, key: "B")], Today);

        Assert.Equal(["z", "B", "a", "b"], history.Runs.Select(run => run.Key));
        Assert.Equal(Today.PlusDays(-2), history.FirstDay);
    }

    [Fact]
    public void Runs_after_the_day_walks_repeats_and_runs_left_out_are_no_part_of_it()
    {
        HistoryRun[] runs =
        [
            Run(-1, 5), Run(1, 5, kind: RunKind.Walk), Run(2, 5) with { DuplicateOf = "other" }, Run(3, 5) with { LeftOut = true },
            Run(4, 5, kind: RunKind.TooShort), Run(5, 5, key: "run"),
        ];

        Assert.Equal(["run"], TrainingHistory.UpTo(runs, Today).Runs.Select(run => run.Key));
    }

    [Theory]
    [InlineData(119, 2, true)]
    [InlineData(120, 1, false)]
    public void A_gap_of_a_hundred_and_twenty_days_begins_another_history(int gap, int runs, bool isFirst)
    {
        var history = TrainingHistory.UpTo([Run(10 + gap, 5), Run(10, 5)], Today);

        Assert.Equal((runs, isFirst), (history.Runs.Count, history.IsFirst));
    }

    [Fact]
    public void The_newest_history_up_to_the_day_is_meant()
    {
        HistoryRun[] runs = [Run(400, 5, key: "first"), Run(390, 6), Run(200, 7, key: "second"), Run(10, 8, key: "third")];

        Assert.Equal(["third"], TrainingHistory.UpTo(runs, Today).Runs.Select(run => run.Key));
        Assert.Equal(["second"], TrainingHistory.UpTo(runs, Today.PlusDays(-11)).Runs.Select(run => run.Key));
        Assert.Equal(2, TrainingHistory.UpTo(runs, Today.PlusDays(-390)).Runs.Count);
        Assert.True(TrainingHistory.UpTo(runs, Today.PlusDays(-390)).IsFirst);
    }

    [Fact]
    public void All_histories_come_oldest_first_and_only_the_oldest_is_the_first()
    {
        var all = TrainingHistory.All([Run(10, 8), Run(400, 5), Run(200, 7), Run(390, 6), Run(-50, 9)]);

        Assert.Equal([2, 1, 2], all.Select(history => history.Runs.Count));
        Assert.Equal([true, false, false], all.Select(history => history.IsFirst));
    }

    [Fact]
    public void Runs_of_some_days_are_those_whose_local_day_lies_in_them()
    {
        var history = TrainingHistory.UpTo([Run(7, 1), Run(6, 2), Run(3, 3), Run(0, 4)], Today);

        Assert.Equal([2, 3, 4], history.RunsOf(DayWindow.EndingOn(Today, 7)).Select(run => run.Metrics.Distance!.Value.Kilometres));
    }

    [Fact]
    public void A_window_ends_on_its_day_and_holds_its_number_of_days()
    {
        var window = DayWindow.EndingOn(Today, 7);

        Assert.Equal((Today.PlusDays(-6), Today), (window.First, window.Last));
        Assert.True(window.Contains(Today) && window.Contains(Today.PlusDays(-6)));
        Assert.False(window.Contains(Today.PlusDays(1)) || window.Contains(Today.PlusDays(-7)));
        Assert.Equal(new DayWindow(Today, Today), DayWindow.EndingOn(Today, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DayWindow.EndingOn(Today, 0));
    }

    [Theory]
    [InlineData(RunKind.Run, true, true)]
    [InlineData(RunKind.Walk, false, true)]
    [InlineData(RunKind.TooShort, false, false)]
    [InlineData(RunKind.Other, false, false)]
    [InlineData(RunKind.Course, false, false)]
    [InlineData(RunKind.Asked, false, false)]
    public void Runs_count_and_walks_add_load(RunKind kind, bool counts, bool addsLoad)
    {
        var run = Run(0, 5, kind: kind);

        Assert.Equal((counts, addsLoad), (run.Counts, run.AddsLoad));
        Assert.Equal((false, false), ((run with { DuplicateOf = "other" }).Counts, (run with { DuplicateOf = "other" }).AddsLoad));
        Assert.Equal((false, false), ((run with { LeftOut = true }).Counts, (run with { LeftOut = true }).AddsLoad));
    }

    [Fact]
    public void A_walk_of_an_unknown_day_adds_nothing()
    {
        var walk = Run(0, 5, kind: RunKind.Walk).With(metrics => metrics with { DateUnknown = true });

        Assert.False(walk.AddsLoad);
    }
}
