using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Facts that a runner tells of an activity count as if its file had stated them.</summary>
public sealed class ToldRunTests
{
    private static readonly Activity Walked = Made() with { Sport = "walking" };

    [Fact]
    public void A_told_distance_gives_what_a_stated_total_gives()
    {
        var told = Analyse(Made(), new() { Distance = new(6600) });
        var stated = Analyse(Made() with { TotalDistance = new Distance(6600) });

        Assert.Equal(stated.Cells, told.Cells);
        Assert.Equal((new Distance(6600), new Distance(5400), true), (told.Metrics.Distance, told.Metrics.MeasuredDistance, told.Metrics.DistanceIsTold));
        Assert.Equal((stated.Metrics.StepLength, stated.Metrics.Extrapolated), (told.Metrics.StepLength, told.Metrics.Extrapolated));
    }

    [Fact]
    public void A_told_distance_makes_an_unknown_one_known()
    {
        var unknown = Made() with { Records = RecordStream.Empty, TotalTimer = Duration.FromMinutes(30), Start = Instant.FromUtc(2026, 3, 2, 7, 0) };
        Assert.Null(Analyse(unknown).Metrics.Distance);

        var told = Analyse(unknown, new() { Distance = new(5000) });

        Assert.Equal((new Distance(5000), null), (told.Metrics.Distance, told.Metrics.MeasuredDistance));
        Assert.Equal(5000, told.Cells.Cells.Sum(cell => cell.Metres), 0.01);
    }

    [Fact]
    public void A_told_walk_is_walked_throughout_and_a_told_run_has_the_cells_of_one()
    {
        Assert.Equal(Analyse(Walked).Cells, Analyse(Made(), new() { Kind = RunKind.Walk }).Cells);
        Assert.All(Analyse(Made(), new() { Kind = RunKind.Walk }).Cells.Cells, cell => Assert.Equal(Gait.Walk, cell.Gait));
        Assert.Equal(Analyse(Made()).Cells, Analyse(Walked, new() { Kind = RunKind.Run }).Cells);
        Assert.Empty(Analyse(Made(), new() { Kind = RunKind.Other }).Cells.Cells);
    }

    [Fact]
    public void A_course_stays_a_course() =>
        Assert.Equal(RunKind.Course, Analyse(Made() with { IsCourse = true }, new() { Kind = RunKind.Run }).Metrics.Kind);

    [Fact]
    public void A_told_run_of_a_few_metres_is_too_short_as_any_other() =>
        Assert.Equal(RunKind.TooShort, Analyse(Walked, new() { Kind = RunKind.Run, Distance = new(80) }).Metrics.Kind);

    [Fact]
    public void A_told_start_moves_the_day_and_nothing_else()
    {
        var (moment, day) = (Instant.FromUtc(2025, 12, 31, 23, 30), new LocalDate(2026, 1, 1));

        var told = Analyse(Made(), new() { Start = moment, Day = day });

        var plain = Analyse(Made());
        Assert.Equal((moment, day, plain.Metrics.Start), (told.Metrics.Start, told.Metrics.LocalDate, told.Metrics.MeasuredStart));
        Assert.Equal(plain.Cells, told.Cells);
        Assert.Equal(plain.Metrics.Elapsed, told.Metrics.Elapsed);
    }

    private static Activity Made() => MadeActivity.Lasting(1800).Speed(3).Cadence(165).Gradient(0).Build();

    private static AnalysedActivity Analyse(Activity activity, ToldRun? told = null) => RunAnalysis.Analyse(activity, DateTimeZone.Utc, told)!;
}
