using System.Collections.Immutable;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>Histories that are made for the examples: short enough to judge by hand.</summary>
internal static class MadeRunner
{
    /// <summary>The day that the examples assess.</summary>
    public static LocalDate Day { get; } = new(2026, 6, 28);

    /// <summary>Length of the runs of the examples. [km]</summary>
    public const double Kilometres = 10;

    /// <summary>The first and the last of the runs, so many days ago.</summary>
    public static (int First, int Last) DaysAgo => (62, 2);

    /// <summary>Ten kilometres every second day.</summary>
    public static IReadOnlyList<HistoryRun> TenEverySecondDay { get; } =
        [.. Enumerable.Range(1, DaysAgo.First / 2).Select(pair => Run(DaysAgo.Last * pair, Kilometres))];

    /// <summary>A run at 08:00 at 6 min/km, so many days before <see cref="Day"/>.</summary>
    public static HistoryRun Run(int daysAgo, double kilometres)
    {
        var day = Day.PlusDays(-daysAgo);
        var time = Duration.FromMinutes(6 * kilometres);
        return new(
            $"{daysAgo} days ago",
            new()
            {
                Kind = RunKind.Run,
                Start = day.At(new LocalTime(8, 0)).InUtc().ToInstant(),
                LocalDate = day,
                Elapsed = time,
                Timer = time,
                Moving = time,
                Distance = new(1000 * kilometres),
                Extrapolated = Duration.Zero,
                FootStrike = FootStrike.Unknown,
                GradientMeasured = false,
            },
            new RunLoad { UsualCadence = CalibrationTables.Population },
            Surface: null,
            DuplicateOf: null);
    }

    /// <summary>The same runs on ground that is all known, this share of it hard.</summary>
    public static IReadOnlyList<HistoryRun> OnGround(this IEnumerable<HistoryRun> runs, double hardShare) =>
    [
        .. runs.Select(run => run with
        {
            Surface = new SurfaceMix(
                run.Metrics.Distance!.Value, new(0), new(0), hardShare * run.Metrics.Distance.Value, ImmutableSortedDictionary<string, double>.Empty),
        }),
    ];

    /// <summary>Assesses a history on the day.</summary>
    public static RiskAssessment Assess(IReadOnlyList<HistoryRun> history, RunnerProfile? profile = null) =>
        RiskModel.Assess(history, [], profile ?? RunnerProfile.Unknown, Day);
}
