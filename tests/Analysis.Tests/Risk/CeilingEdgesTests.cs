using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The ceiling where two of its bases meet, on the ladder, and at the ends of recovery.</summary>
public sealed class CeilingEdgesTests
{
    private static readonly DiaryEntry[] HalfFreed = [Entry(5, 7), Entry(4, 0, true) with { Activity = ToldActivity.Walk30Minutes }];

    [Fact]
    public void A_base_that_was_run_says_so_where_half_of_a_break_or_the_told_run_is_no_longer()
    {
        Assert.Equal(CeilingReason.Normal, Assess([.. Steady(10, 4, 102, 42), Run(10, 5)]).Ceiling.Reason);
        Assert.Equal(
            CeilingReason.WindowNotFull,
            Assess([Run(20, 6), Run(10, 6), Run(1, 6)], new() { LongestBefore = new Distance(6000) }).Ceiling.Reason);
    }

    [Fact]
    public void At_thirty_days_to_the_second_a_history_is_young_no_more() =>
        Assert.Equal(CeilingReason.Normal, Assess([Run(29, 5, hour: 0), Run(15, 5), Run(1, 5)]).Ceiling.Reason);

    [Fact]
    public void Half_of_the_usual_session_bounds_the_ladders_second_step_also_without_a_recent_run() =>
        Assert.Equal(5000, Assess(Steady(10, 4, 103, 31), null, null, HalfFreed).Ceiling.Limit!.Value.Metres, 6);

    [Fact]
    public void A_return_bounds_that_step_by_half_of_the_time_before_it()
    {
        List<HistoryRun> history = [.. Steady(4, 4, 100, 60), Run(20, 10), Run(12, 10), Run(8, 10)];

        Assert.Equal(2000, Assess(history, null, null, HalfFreed).Ceiling.Limit!.Value.Metres, 6);
    }

    [Fact]
    public void The_usual_session_of_the_ladder_is_that_of_the_time_before_the_stop()
    {
        List<HistoryRun> history = [.. Steady(10, 4, 62, 14), Run(10, 5), .. Steady(3, 1, 8, 2)];
        var walked = Entry(11, 0, true) with { Activity = ToldActivity.Walk30Minutes };

        var ceiling = Assess(history, null, null, Entry(12, 7), walked, Entry(10, 0, true)).Ceiling;

        Assert.Equal((CeilingReason.Hold, 10_000), (ceiling.Reason, Math.Round(ceiling.Limit!.Value.Metres, 6)));
    }

    // Six minutes a kilometre: 15 km take 90 minutes.
    [Theory]
    [InlineData(15.0, 1, false)]
    [InlineData(15.1, 1, true)]
    [InlineData(15.1, 3, true)]
    [InlineData(15.1, 4, false)]
    public void Recovery_is_spoken_of_for_three_days_after_more_than_ninety_minutes(double kilometres, int daysAgo, bool said) =>
        Assert.Equal(said, Assess(Steady(kilometres, 4, 60 + daysAgo, daysAgo)).Ceiling.AfterHardSession);

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void And_for_as_long_as_points_of_a_jump_last(int daysAgo, bool said) =>
        Assert.Equal(said, Assess([.. Steady(10, 4, 66, daysAgo + 2), Run(daysAgo, 13)]).Ceiling.AfterHardSession);

    [Fact]
    public void Points_of_creep_or_of_descent_alone_are_enough()
    {
        Assert.True(Assess([.. Steady(10, 4, 70, 10), Run(8, 10.9), Run(6, 11.8), Run(5, 12.7)]).Ceiling.AfterHardSession);
        var hills = Steady(10, 4, 66, 6).Select(run => Down(run, 300)).ToList();
        Assert.False(Assess(hills).Ceiling.AfterHardSession);
        Assert.True(Assess([.. hills, Down(Run(5, 10), 1000)]).Ceiling.AfterHardSession);

        static HistoryRun Down(HistoryRun run, double metres) => run.With(metrics => metrics with { DescentOnSlopes = new Distance(metres) });
    }
}
