using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Section 1 of the model, line by line, on runs made for the line.</summary>
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

        var load = RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isDuplicate: false)])[0];

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
        var run = MadeActivity.Lasting(1800).Speed(s => 2 + Math.Sin(s / 60)).Cadence(s => s % 7 == 0 ? 0 : 160 + (30 * Math.Sin(s / 50))).Gradient(1).Analyse();

        var order = run.Cells.Cells.Select(c => (c.Gait, c.RecordedForefoot, c.SpeedBin, c.CadenceBin ?? -1, c.GradientBin ?? -99)).ToArray();

        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Distinct().Count(), order.Length);
    }

    [Fact]
    public void The_sessions_distance_wins_and_the_stream_is_scaled_to_it()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Total(3300).Analyse();

        Assert.Equal(3300, run.Metrics.Distance!.Value.Metres);
        Assert.Equal(33, Assert.Single(run.Cells.Cells, cell => cell.Metres > 1000).SpeedBin);
    }

    [Fact]
    public void Without_a_total_the_stream_ends_the_run()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Analyse();

        Assert.Equal(3000, run.Metrics.Distance!.Value.Metres, 6);
    }

    [Fact]
    public void Without_a_stream_positions_are_summed_within_segments()
    {
        // A thousandth of a degree of latitude is 111.195 m; the step across the pause does not count.
        var run = MadeActivity.At(0, 30, 60, 1060, 1090)
            .Field(RecordField.PositionLat, [50, 50.001, 50.002, 50.012, 50.013])
            .Field(RecordField.PositionLong, 8)
            .Pause(60, 1060)
            .Analyse();

        Assert.Equal(3 * 111.195, run.Metrics.Distance!.Value.Metres, 1);
    }

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 0.0)]
    public void A_total_of_zero_is_unknown_after_a_minute(int seconds, double? expected)
    {
        var run = MadeActivity.Lasting(seconds).Total(0).Cadence(170).Analyse();

        Assert.Equal(expected, run.Metrics.Distance?.Metres);
    }

    [Fact]
    public void Without_any_distance_the_run_is_listed_and_its_load_unknown()
    {
        var run = MadeActivity.Lasting(1200).Cadence(170).Analyse();

        Assert.Equal(RunKind.Run, run.Metrics.Kind);
        Assert.Null(run.Metrics.Distance);
        Assert.Null(LoadOf(run).KneeKilometres);
        Assert.Contains("distance unknown", run.Metrics.Notes);
    }

    [Fact]
    public void A_file_with_totals_and_no_records_is_one_cell()
    {
        var activity = new Activity
        {
            Format = ActivityFormat.Fit,
            Sport = "running",
            Start = MadeActivity.Morning,
            TotalTimer = Duration.FromSeconds(1000),
            TotalDistance = new Distance(3000),
            Records = RecordStream.Empty,
        };

        var run = RunAnalysis.Analyse(activity, DateTimeZone.Utc)!;

        var cell = Assert.Single(run.Cells.Cells);
        Assert.Equal(new LoadCell(Gait.Run, false, 30, null, null, 3000, 1000, 0), cell);
    }

    [Fact]
    public void Under_100_m_it_is_no_run()
    {
        var short99 = MadeActivity.Lasting(33).Speed(3).Analyse();
        var long102 = MadeActivity.Lasting(34).Speed(3).Analyse();

        Assert.Equal(RunKind.TooShort, short99.Metrics.Kind);
        Assert.False(short99.Metrics.IsRun);
        Assert.Equal(RunKind.Run, long102.Metrics.Kind);
    }

    [Fact]
    public void Speeds_above_8_metres_a_second_are_dropped()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 500 and < 560 ? 20 : 3).Analyse();

        Assert.DoesNotContain(run.Cells.Cells, cell => cell.SpeedBin > 80);
        Assert.InRange(run.Cells.Cells.Sum(cell => cell.Metres), 2780, 2900);
    }

    [Fact]
    public void A_gap_counts_half_a_minute_and_all_of_its_metres()
    {
        var run = MadeActivity.At([.. Enumerable.Range(0, 301).Select(i => (double)i), .. Enumerable.Range(420, 301).Select(i => (double)i)])
            .Speed(3).Analyse();

        var cell = Assert.Single(run.Cells.Cells);
        Assert.Equal(2160, cell.Metres, 3);
        Assert.Equal(3, cell.Speed.MetresPerSecond, 6);
        Assert.Equal(630, run.Metrics.Moving.TotalSeconds, 6);
    }

    [Fact]
    public void A_pause_is_no_time()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 400 and < 600 ? 0 : 3).Pause(400, 600).Analyse();

        Assert.Equal(800, run.Metrics.Timer.TotalSeconds, 6);
        Assert.Equal(1000, run.Metrics.Elapsed.TotalSeconds, 6);
        Assert.Equal(800, run.Metrics.Moving.TotalSeconds, 6);
        Assert.Equal(0, run.Metrics.Walking!.Value.Metres);
        Assert.Equal(800, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
    }

    [Fact]
    public void Standing_with_the_timer_running_is_timer_time_and_no_moving_time()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s is >= 400 and < 600 ? 0 : 3).Analyse();

        Assert.Equal(1000, run.Metrics.Timer.TotalSeconds, 6);
        Assert.InRange(run.Metrics.Moving.TotalSeconds, 800, 815);
    }

    [Fact]
    public void Late_records_are_left_out()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Times(s => s == 500 ? 490 : s).Analyse();

        Assert.Equal(1000, run.Metrics.Elapsed.TotalSeconds, 6);
        Assert.Equal(1000, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
    }

    [Fact]
    public void A_clock_set_back_by_hours_loses_nothing()
    {
        var run = MadeActivity.Lasting(1000).Speed(3).Times(s => s < 500 ? s : s - 7200).Analyse();

        Assert.Equal(999, run.Cells.Cells.Sum(cell => cell.Seconds), 3);
        Assert.Equal(3000, run.Cells.Cells.Sum(cell => cell.Metres), 2);
    }

    [Fact]
    public void Without_altitude_the_gradient_is_not_measured()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Analyse();

        Assert.False(run.Metrics.GradientMeasured);
        Assert.Null(run.Metrics.Ascent);
        Assert.Null(run.Metrics.Downhill);
        Assert.All(run.Cells.Cells, cell => Assert.Null(cell.GradientBin));
        Assert.Contains("gradient not measured", run.Metrics.Notes);
    }

    [Theory]
    [InlineData("treadmill")]
    [InlineData("track")]
    public void On_treadmill_and_track_altitude_says_nothing(string subSport)
    {
        var run = MadeActivity.Lasting(600).Speed(3).Gradient(4).With(a => a with { SubSport = subSport }).Analyse();

        Assert.True(run.Metrics.IsRun);
        Assert.False(run.Metrics.GradientMeasured);
    }

    [Fact]
    public void Downhill_metres_part_at_2_5_and_10_percent()
    {
        var run = MadeActivity.Lasting(4000).Speed(3);
        run.Field(RecordField.EnhancedAltitude, [.. Profile(3, (1000, -0.01), (1000, -0.03), (1000, -0.07), (1000, -0.15))]);

        var downhill = run.With(a => a with { AltitudeSource = AltitudeSource.Barometer }).Analyse().Metrics.Downhill!.Value;

        Assert.Equal(3000, downhill.Gentle.Metres, 60.0);
        Assert.Equal(3000, downhill.Moderate.Metres, 60.0);
        Assert.Equal(3000, downhill.Steep.Metres, 60.0);
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
        Assert.Contains("cadence not measured", run.Metrics.Notes);
        Assert.Equal(1, LoadOf(run).KneeKilometresPerKilometre!.Value, 9);
    }

    [Fact]
    public void The_same_activity_gives_the_same_bytes()
    {
        var activity = MadeActivity.Lasting(1800).Speed(s => 2.5 + Math.Sin(s / 60)).Cadence(s => 160 + (10 * Math.Sin(s / 50))).Gradient(1);

        Assert.Equal(CellTableCodec.Encode(activity.Analyse().Cells), CellTableCodec.Encode(activity.Analyse().Cells));
    }

    private static RunLoad LoadOf(AnalysedActivity run) => RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isDuplicate: false)])[0];

    private static IEnumerable<double> Profile(double metresPerSecond, params (int Seconds, double Slope)[] parts)
    {
        var altitude = 1000.0;
        yield return altitude;
        foreach (var (seconds, slope) in parts)
        {
            for (var i = 0; i < seconds; i++)
            {
                yield return altitude += slope * metresPerSecond;
            }
        }
    }
}
