using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

public sealed class RunTotalsTests
{
    [Theory]
    [InlineData(250, 0.125)]
    [InlineData(1000, 0.5)]
    [InlineData(3000, 0.5)]
    public void A_run_counts_as_recorded_by_its_recorded_steps_and_never_more_than_once(double recordedSteps, double share)
    {
        // Both runs have 1000 steps; a sensor that counts more of them than the watch fills its own run only.
        var totals = RunTotals.Of([Run(1, 10).Recorded(1, steps: recordedSteps), Run(2, 10)]);

        Assert.Equal(share, totals.RecordedFootStrikeShare.Value, 9);
    }

    [Fact]
    public void Nothing_added_up_is_zero_where_it_is_counted_and_unknown_where_it_is_measured()
    {
        var totals = RunTotals.Of([]);

        Assert.Equal((0, 0, Distance.Zero, Duration.Zero), (totals.Runs, totals.UnknownDistances, totals.Distance, totals.Timer));
        Assert.Equal((null, null, null), (totals.Steps, totals.Descent, totals.Downhill));
        Assert.Equal((null, null, null), (totals.SurfaceKnown, totals.Hard, totals.HardShare));
        Assert.Equal((null, null), (totals.HeelShare, totals.CadenceAtOwnPace));
        Assert.Equal(0, totals.RecordedFootStrikeShare.Value);
        Assert.Throws<ArgumentNullException>(() => RunTotals.Of(null!));
    }

    [Fact]
    public void Distances_times_and_steps_add_up_and_what_is_unknown_is_left_out()
    {
        var totals = RunTotals.Of(
        [
            Run(1, 10).With(metrics => metrics with { Steps = 1000, Descent = new Distance(50) }), Run(2, null), Run(3, 5),
        ]);

        Assert.Equal((3, 1, 15_000), (totals.Runs, totals.UnknownDistances, totals.Distance.Metres));
        Assert.Equal((Duration.FromMinutes(120), 1000, new Distance(50)), (totals.Timer, totals.Steps, totals.Descent));
    }

    [Fact]
    public void Downhill_metres_of_all_three_grades_are_one_sum()
    {
        var totals = RunTotals.Of(
        [
            Run(1, 10).With(metrics => metrics with { Downhill = new DownhillMetres(new(100), new(20), new(3)) }),
            Run(2, 10).With(metrics => metrics with { Downhill = new DownhillMetres(new(200), new(0), new(0)) }),
            Run(3, 10),
        ]);

        Assert.Equal(new Distance(323), totals.Downhill);
    }

    [Fact]
    public void Ground_adds_up_and_a_run_that_no_map_was_asked_about_is_unknown()
    {
        var totals = RunTotals.Of([Run(1, 10).OnGround(6000, 2000, 2000, 4000), Run(2, 5), Run(3, null)]);

        Assert.Equal((6000, 2000, 7000, 4000), (
            totals.SurfaceKnown!.Value.Metres, totals.SurfaceAssumed.Metres, totals.SurfaceUnknown.Metres, totals.Hard!.Value.Metres));
        Assert.Equal(0.5, totals.HardShare!.Value.Value);
        Assert.Null(RunTotals.Of([Run(1, 10).OnGround(0, 0, 10_000, 0)]).HardShare);
    }

    [Fact]
    public void The_heels_share_weighs_by_recorded_steps_and_walking_is_no_part_of_the_metres_run()
    {
        var walked = Run(2, 10).With(metrics => metrics with { Walking = new Distance(5000) });
        var totals = RunTotals.Of([Run(1, 5).Recorded(1, steps: 1000), walked, Run(3, 10).Recorded(0.5, steps: 3000)]);

        Assert.Equal((2, 0.625), (totals.RecordedFootStrikeRuns, totals.HeelShare!.Value.Value));
        Assert.Equal(0.75, totals.RecordedFootStrikeShare.Value, 9);
    }

    [Fact]
    public void Cadence_at_own_pace_weighs_by_moving_time()
    {
        var totals = RunTotals.Of([Paced(1, 10, 160), Paced(2, 20, 175), Run(3, 30)]);

        Assert.Equal(170, totals.CadenceAtOwnPace!.Value.StepsPerMinute, 9);

        static HistoryRun Paced(int daysAgo, double kilometres, double cadence)
        {
            var run = Run(daysAgo, kilometres);
            return run with { Load = run.Load with { CadenceAtOwnPace = new Cadence(cadence) } };
        }
    }
}
