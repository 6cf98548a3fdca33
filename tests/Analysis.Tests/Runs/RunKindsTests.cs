using KneeLoad.Analysis.Runs;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>The kind that an activity is taken for.</summary>
public sealed class RunKindsTests
{
    [Theory]
    [InlineData("trail")]
    [InlineData("treadmill")]
    [InlineData("virtual_activity")]
    [InlineData(null)]
    public void Running_is_a_run_whatever_its_sub_sport(string? subSport)
    {
        var run = MadeActivity.Lasting(600).Speed(3).With(a => a with { SubSport = subSport }).Analyse();

        Assert.Equal(RunKind.Run, run.Metrics.Kind);
    }

    [Fact]
    public void A_slow_run_is_a_run_when_the_file_says_so() =>
        Assert.Equal(RunKind.Run, MadeActivity.Lasting(600).Speed(1.4).Analyse().Metrics.Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("generic")]
    public void Without_a_sport_it_is_taken_for_a_run_when_it_moves_like_one(string? sport)
    {
        var run = Unnamed(sport, 3.0, 160);

        Assert.Equal(RunKind.TakenForRun, run.Kind);
        Assert.True(run.IsRun);
    }

    [Theory]
    [InlineData(1.79, RunKind.Other)]
    [InlineData(1.81, RunKind.TakenForRun)]
    [InlineData(4.45, RunKind.TakenForRun)]
    [InlineData(4.55, RunKind.Asked)]
    [InlineData(6.49, RunKind.Asked)]
    [InlineData(6.51, RunKind.Other)]
    public void Its_speed_is_a_runners_and_above_4_5_it_is_asked(double speed, RunKind expected) =>
        Assert.Equal(expected, Unnamed(null, speed, cadence: null).Kind);

    [Theory]
    [InlineData(139, RunKind.Other)]
    [InlineData(140, RunKind.TakenForRun)]
    public void Its_cadence_is_at_least_140_where_there_is_one(double cadence, RunKind expected) =>
        Assert.Equal(expected, Unnamed(null, 3, cadence).Kind);

    [Fact]
    public void Tracks_of_days_in_one_file_are_no_run()
    {
        var journey = MadeActivity.Lasting(600).Speed(3).With(a => a with { Sport = null, TotalElapsed = Duration.FromHours(49) }).Analyse();

        Assert.Equal(RunKind.Other, journey.Metrics.Kind);
    }

    [Fact]
    public void A_ride_too_fast_for_a_run_is_none_for_its_slow_minutes()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s < 300 ? 3 : 12).With(a => a with { Sport = null }).Analyse();

        Assert.Equal(RunKind.Other, run.Metrics.Kind);
    }

    [Fact]
    public void Standing_still_does_not_lower_the_median_moving_speed()
    {
        var run = MadeActivity.Lasting(1000).Speed(s => s < 700 ? 0 : 3).With(a => a with { Sport = null }).Analyse();

        Assert.Equal(RunKind.TakenForRun, run.Metrics.Kind);
    }

    [Theory]
    [InlineData("walking")]
    [InlineData("hiking")]
    public void A_walk_counts_towards_knee_kilometres_and_is_no_run(string sport)
    {
        var walk = MadeActivity.Lasting(1000).Speed(1.4).Cadence(112).With(a => a with { Sport = sport }).Analyse();

        Assert.Equal(RunKind.Walk, walk.Metrics.Kind);
        Assert.False(walk.Metrics.IsRun);
        Assert.Equal(1400, walk.Metrics.Walking!.Value.Metres, 2);
    }

    [Fact]
    public void Another_sport_has_no_cells()
    {
        var ride = MadeActivity.Lasting(1000).Speed(5).With(a => a with { Sport = "cycling" }).Analyse();

        Assert.Equal(RunKind.Other, ride.Metrics.Kind);
        Assert.Empty(ride.Cells.Cells);
        Assert.Null(ride.Metrics.Walking);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("walking")]
    [InlineData(null)]
    public void A_course_is_no_run_whatever_its_sport_and_pace(string? sport)
    {
        var course = MadeActivity.Lasting(1000).Speed(3).Cadence(160).With(a => a with { Sport = sport, IsCourse = true }).Analyse();

        Assert.Equal(RunKind.Course, course.Metrics.Kind);
        Assert.False(course.Metrics.IsRun);
        Assert.Empty(course.Cells.Cells);
    }

    [Fact]
    public void A_treadmill_that_records_itself_is_a_run()
    {
        var run = MadeActivity.Lasting(600).Speed(3).With(a => a with { Sport = "fitness_equipment", SubSport = "treadmill" }).Analyse();

        Assert.Equal(RunKind.TakenForRun, run.Metrics.Kind);
    }

    private static RunMetrics Unnamed(string? sport, double speed, double? cadence)
    {
        var activity = MadeActivity.Lasting(600).Speed(speed).With(a => a with { Sport = sport });
        return (cadence is { } steps ? activity.Cadence(steps) : activity).Analyse().Metrics;
    }
}
