using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Baselines;

/// <summary>A runner's baseline does not depend on the order in which runs arrive.</summary>
public sealed class RunLoadsTests
{
    private static readonly Instant Day0 = Instant.FromUtc(2024, 1, 1, 7, 0);
    private static readonly CadenceLine Population = new(129.2, 11.9, IsOwn: false);

    /// <summary>Histories of up to 20 runs over 200 days, of up to 30 cells each.</summary>
    private static readonly Arbitrary<BaselineRun[]> Histories = Arb.From(
        from runs in Gen.Choose(1, 20)
        from history in Gen.ArrayOf(
            from day in Gen.Choose(0, 200)
            from counts in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
            from cells in Gen.Choose(1, 30)
            from table in Gen.ArrayOf(
                from speed in Gen.Choose(15, 50)
                from cadence in Gen.Choose(75, 95)
                from gradient in Gen.Choose(-1, 1)
                from seconds in Gen.Choose(1, 1_000_000)
                let time = seconds / 1024.0
                select new LoadCell(
                    Gait.Run, false, speed, cadence, gradient, Math.Round(speed * 102.4 * time) / 1024, time, Math.Round(2048 / 60.0 * cadence * time) / 1024),
                cells)
            select new BaselineRun(Day0 + Duration.FromDays(day), counts, new([.. table])),
            runs)
        select history);

    [Fact]
    public void Any_order_of_runs_gives_the_same_loads() =>
        Prop.ForAll(Histories, history =>
        {
            var shuffled = history.Select((run, i) => (run, i)).OrderBy(pair => (pair.i * 7919) % 104729).ToArray();

            var loads = RunLoads.Compute(history);
            var other = RunLoads.Compute([.. shuffled.Select(pair => pair.run)]);

            return shuffled.Select((pair, place) => loads[pair.i].Equals(other[place])).All(same => same);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_moving_window_gives_what_each_baseline_from_scratch_gives() =>
        Prop.ForAll(Histories, history =>
        {
            var loads = RunLoads.Compute(history);

            return history.Select((run, i) => RunLoads.Of(run, Baseline.LineFor(run.Start, history)).Equals(loads[i])).All(same => same);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deleted_run_leaves_nothing_behind() =>
        Prop.ForAll(Histories, history =>
        {
            var without = history[1..];
            var deleted = history.Select((run, i) => i == 0 ? run with { Counts = false } : run).ToArray();

            return RunLoads.Compute(without).SequenceEqual(RunLoads.Compute(deleted).Skip(1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Under_3_hours_of_level_running_the_population_line_holds()
    {
        Assert.Equal(Population, LineAfter(Level(30, 170, 10_799)));
        Assert.True(LineAfter(Level(30, 170, 10_800)).IsOwn);
    }

    [Fact]
    public void A_narrow_span_of_speeds_keeps_the_population_slope()
    {
        var line = LineAfter(Level(28, 170, 6000), Level(35, 180, 6000));

        Assert.Equal(11.9, line.SlopeStepsPerMinutePerMetrePerSecond);
        // Intercepts are 170 - 11.9 * 2.8 and 180 - 11.9 * 3.5; the median of two is their mean.
        Assert.Equal(((170 - 33.32) + (180 - 41.65)) / 2, line.InterceptStepsPerMinute, 9);
    }

    [Fact]
    public void A_wide_span_of_speeds_gives_the_runners_own_slope()
    {
        // Slopes 20, 20 and 20 but for one odd bin, which a median passes over.
        var line = LineAfter(Level(26, 160, 3000), Level(28, 164, 3000), Level(30, 168, 3000), Level(32, 190, 3000), Level(34, 176, 3000));

        Assert.Equal(20, line.SlopeStepsPerMinutePerMetrePerSecond, 9);
        Assert.Equal(108, line.InterceptStepsPerMinute, 9);
    }

    [Fact]
    public void The_median_of_a_speed_bin_is_by_time()
    {
        var mostly170 = new CellTable([Cell(30, 170, 11_000), Cell(30, 180, 4000)]);

        Assert.Equal(170, LineAfter(mostly170).At(new Speed(3)).StepsPerMinute, 9);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Only_runs_that_start_in_the_90_days_before_count(int daysBefore, bool counts)
    {
        var past = new BaselineRun(Day0, true, Level(30, 150, 20_000));

        var baseline = Baseline.LineFor(Day0 + Duration.FromDays(daysBefore), [past]);

        Assert.Equal(counts, baseline.UsualCadence.IsOwn);
    }

    [Fact]
    public void A_run_is_no_part_of_its_own_baseline()
    {
        var run = new BaselineRun(Day0, true, Level(30, 150, 20_000));

        Assert.Equal(Population, RunLoads.Compute([run])[0].UsualCadence);
    }

    [Fact]
    public void Hills_walks_and_gradient_not_measured_are_no_level_running()
    {
        var hills = Cell(30, 170, 20_000) with { GradientBin = 1 };
        var walk = Cell(15, 110, 20_000) with { Gait = Gait.Walk };
        var unmeasured = Cell(30, 170, 20_000) with { GradientBin = null };

        Assert.Equal(Population, LineAfter(new CellTable([hills, walk, unmeasured])));
    }

    [Fact]
    public void A_walk_and_a_duplicate_shape_no_baseline()
    {
        var other = new BaselineRun(Day0, Counts: false, Level(30, 150, 20_000));

        Assert.Equal(Baseline.Population, Baseline.LineFor(Day0 + Duration.FromDays(1), [other]));
    }

    [Fact]
    public void Longer_steps_than_usual_weigh_more()
    {
        var past = new BaselineRun(Day0, true, Level(30, 170, 20_000));
        var run = new BaselineRun(Day0 + Duration.FromDays(1), true, Level(30, 160, 1000));

        var load = RunLoads.Compute([past, run])[1];

        var k = Math.Pow(3 / 2.78, -0.78) * Math.Pow(170.0 / 160, 1.30 - (1.10 * Math.Log(3 / 2.78)));
        Assert.Equal(k, load.KneeKilometresPerKilometre!.Value, 9);
        Assert.Equal(3 * k, load.KneeKilometres!.Value.Value, 9);
    }

    [Fact]
    public void Cadence_at_own_pace_moves_along_the_usual_line()
    {
        // Usual: 3.0 m/s at 170. This run: 3.2 m/s at 174 steps/min, 0.2 m/s faster: 174 - 11.9 * 0.2.
        var past = new BaselineRun(Day0, true, Level(30, 170, 20_000));
        var run = new BaselineRun(Day0 + Duration.FromDays(1), true, Level(32, 174, 1000));

        var load = RunLoads.Compute([past, run])[1];

        Assert.Equal(174 - 2.38, load.CadenceAtOwnPace!.Value.StepsPerMinute, 9);
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void Cadence_at_own_pace_needs_5_minutes(int seconds, bool known)
    {
        var load = RunLoads.Compute([new BaselineRun(Day0, true, Level(30, 170, seconds))])[0];

        Assert.Equal(known, load.CadenceAtOwnPace is not null);
    }

    [Fact]
    public void Without_cells_the_load_is_unknown_and_not_zero()
    {
        var load = RunLoads.Compute([new BaselineRun(Day0, true, CellTable.Empty)])[0];

        Assert.Null(load.KneeKilometres);
        Assert.Null(load.KneeKilometresPerKilometre);
        Assert.Null(load.PeakIndex);
    }

    private static CadenceLine LineAfter(params CellTable[] runs) => Baseline.LineFor(
        Day0 + Duration.FromDays(30), runs.Select((cells, i) => new BaselineRun(Day0 + Duration.FromDays(i), true, cells))).UsualCadence;

    private static CellTable Level(int speedBin, double stepsPerMinute, double seconds) => new([Cell(speedBin, stepsPerMinute, seconds)]);

    private static LoadCell Cell(int speedBin, double stepsPerMinute, double seconds) => new(
        Gait.Run, false, speedBin, CellBins.OfCadence(new Cadence(stepsPerMinute)), 0, speedBin * 0.1 * seconds, seconds, stepsPerMinute / 60 * seconds);
}
