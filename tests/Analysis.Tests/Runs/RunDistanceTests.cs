using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Which distance a run has, and when it is unknown.</summary>
public sealed class RunDistanceTests
{
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
    [InlineData(0, 0)]
    [InlineData(95, 8)]
    [InlineData(50, 200)]
    public void Records_that_name_no_place_add_no_metre(double latitude, double longitude)
    {
        // As a device writes them that has no fix yet, or lost it: the step over them is the way between the places beside.
        var run = MadeActivity.At(0, 30, 60, 90)
            .Field(RecordField.PositionLat, [latitude, 50, latitude, 50.002])
            .Field(RecordField.PositionLong, [longitude, 8, longitude, 8])
            .Analyse();

        Assert.Equal(2 * 111.195, run.Metrics.Distance!.Value.Metres, 1);
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
        Assert.Contains(RunLack.Distance, run.Metrics.Lacks);
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

    private static RunLoad LoadOf(AnalysedActivity run) => RunLoads.Compute([BaselineRun.Of(run.Metrics, run.Cells, isSetAside: false)])[0];
}
