using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Load, cells and cadence of runs that are made for one line of the model each.</summary>
public sealed class RunAnalysisTests
{
    [Fact]
    public void An_activity_without_any_time_has_no_analysis()
    {
        var activity = new Activity { Format = ActivityFormat.Gpx, Sport = "running", Records = RecordStream.Empty };

        Assert.Null(RunAnalysis.Analyse(activity, DateTimeZone.Utc));
    }

    [Fact]
    public void Knee_kilometres_of_a_made_run_follow_by_hand()
    {
        // 1,000 s at 3 m/s with 165 steps/min on the level, usual cadence 129.2 + 11.9 * 3 = 164.9:
        // k = (3 / 2.78)^-0.78 * (164.9 / 165)^1.14 = 0.9423 * 0.9993, times 3 km.
        var run = MadeActivity.Lasting(1000).Speed(3).Cadence(165).Gradient(0).Analyse();

        var load = RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isSetAside: false)])[0];

        Assert.Equal(3 * 0.94230 * 0.99931, load.KneeKilometres!.Value.Value, 3);
        Assert.Equal(0.94230 * 0.99931, load.KneeKilometresPerKilometre!.Value, 3);
        Assert.Equal(Math.Sqrt(3 / 2.78) * Math.Pow(164.9 / 165, 1.83), load.PeakIndex!.Value, 6);
        Assert.Equal(2750, run.Metrics.Steps!.Value, 6);
    }

    [Fact]
    public void A_minute_downhill_weighs_more_than_a_minute_uphill()
    {
        var down = MadeActivity.Lasting(600).Speed(2.78).Gradient(-6).Analyse();
        var up = MadeActivity.Lasting(600).Speed(2.78).Gradient(6).Analyse();

        Assert.Equal(Math.Exp((0.0259 * 6) + (0.00117 * 36)), LoadOf(down).KneeKilometresPerKilometre!.Value, 3);
        Assert.Equal(Math.Exp((-0.0259 * 6) + (0.00117 * 36)), LoadOf(up).KneeKilometresPerKilometre!.Value, 3);
    }

    [Fact]
    public void Cells_hold_all_metres_of_the_run()
    {
        var run = MadeActivity.Lasting(1800).Speed(s => 2.5 + Math.Sin(s / 60)).Cadence(s => 160 + (10 * Math.Sin(s / 50))).Gradient(1).Analyse();

        // Cells are kept in parts of 1/1024.
        Assert.Equal(run.Metrics.Distance!.Value.Metres, run.Cells.Cells.Sum(cell => cell.Metres), 0.001);
        Assert.Equal(1800, run.Cells.Cells.Sum(cell => cell.Seconds), 0.001);
        Assert.Equal(run.Metrics.Steps!.Value, run.Cells.Cells.Sum(cell => cell.Steps), 0.001);
    }

    [Fact]
    public void Cells_stand_in_their_fixed_order()
    {
        var run = MadeActivity.Lasting(1800)
            .Speed(s => 2 + Math.Sin(s / 60))
            .Cadence(s => s % 7 == 0 ? 0 : 160 + (30 * Math.Sin(s / 50)))
            .Gradient(1)
            .Analyse();

        var order = run.Cells.Cells.Select(c => (c.Gait, c.RecordedForefoot, c.SpeedBin, c.CadenceBin ?? -1, c.GradientBin ?? -99)).ToArray();

        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Distinct().Count(), order.Length);
    }

    [Fact]
    public void Seconds_outside_of_what_was_measured_are_counted()
    {
        var slow = MadeActivity.Lasting(600).Speed(2.0).Cadence(150).Analyse();
        var steep = MadeActivity.Lasting(600).Speed(2.5).Gradient(-9).Analyse();
        var inside = MadeActivity.Lasting(600).Speed(2.5).Gradient(-5).Analyse();

        Assert.Equal(600, slow.Metrics.Extrapolated.TotalSeconds, 1);
        Assert.Equal(600, steep.Metrics.Extrapolated.TotalSeconds, 1);
        Assert.Equal(0, inside.Metrics.Extrapolated.TotalSeconds, 1);
    }

    [Fact]
    public void Cadence_counts_both_feet_whatever_the_file_counts()
    {
        var oneFoot = MadeActivity.Lasting(600).Speed(3).Cadence(170).Analyse();
        var bothFeet = MadeActivity.Lasting(600).Speed(3).Cadence(340).With(a => a with { CadenceUnit = CadenceUnit.StepsPerMinute }).Analyse();
        var withFraction = MadeActivity.Lasting(600).Speed(3).Cadence(170).Field(RecordField.FractionalCadence, 0.5).Analyse();

        Assert.Equal(170, oneFoot.Metrics.Cadence!.Value.StepsPerMinute, 9);
        Assert.Equal(170, bothFeet.Metrics.Cadence!.Value.StepsPerMinute, 9);
        Assert.Equal(171, withFraction.Metrics.Cadence!.Value.StepsPerMinute, 9);
    }

    [Fact]
    public void Without_cadence_the_load_takes_the_usual()
    {
        var run = MadeActivity.Lasting(600).Speed(2.78).Gradient(0).Analyse();

        Assert.Null(run.Metrics.Cadence);
        Assert.Null(run.Metrics.Steps);
        Assert.Contains(RunLack.Cadence, run.Metrics.Lacks);
        Assert.Equal(1, LoadOf(run).KneeKilometresPerKilometre!.Value, 9);
    }

    [Fact]
    public void The_same_activity_gives_the_same_bytes()
    {
        var activity = MadeActivity.Lasting(1800).Speed(s => 2.5 + Math.Sin(s / 60)).Cadence(s => 160 + (10 * Math.Sin(s / 50))).Gradient(1);

        Assert.Equal(CellTableCodec.Encode(activity.Analyse().Cells), CellTableCodec.Encode(activity.Analyse().Cells));
    }

    private static RunLoad LoadOf(AnalysedActivity run) => RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isSetAside: false)])[0];
}
