using System.Collections.Immutable;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests;

/// <summary>Makes stored runs from a few words, for tests of weeks, score and advice.</summary>
internal static class Histories
{
    /// <summary>The day that most tests assess; a Sunday.</summary>
    public static LocalDate Today { get; } = new(2026, 6, 28);

    /// <summary>A run at 08:00 UTC of a day that lies so many days before <see cref="Today"/>; null kilometres are an unknown distance.</summary>
    public static HistoryRun Run(int daysAgo, double? kilometres, double hour = 8, string? key = null, RunKind kind = RunKind.Run) =>
        RunAt(Today.PlusDays(-daysAgo).AtMidnight().InUtc().ToInstant() + Duration.FromHours(hour), Today.PlusDays(-daysAgo), kilometres, key, kind);

    /// <summary>A run at 6 min/km that starts at an instant and belongs to a local day.</summary>
    public static HistoryRun RunAt(Instant start, LocalDate day, double? kilometres, string? key = null, RunKind kind = RunKind.Run)
    {
        var time = Duration.FromMinutes(6 * (kilometres ?? 5));
        return new(
            key ?? start.ToString(),
            new()
            {
                Kind = kind,
                Start = start,
                LocalDate = day,
                Elapsed = time,
                Timer = time,
                Moving = time,
                Distance = kilometres is { } length ? new(1000 * length) : null,
                Extrapolated = Duration.Zero,
                FootStrike = FootStrike.Unknown,
                GradientMeasured = false,
            },
            new() { UsualCadence = new CadenceLine(129.2, 11.9, IsOwn: false), KneeKilometres = kilometres is { } load ? new(load) : null },
            Surface: null,
            DuplicateOf: null);
    }

    /// <summary>A run of the same length every so many days, from one day ago to another, oldest first.</summary>
    public static List<HistoryRun> Steady(double kilometres, int every, int from, int to) =>
        [.. Enumerable.Range(0, ((from - to) / every) + 1).Select(i => Run(from - (i * every), kilometres))];

    public static HistoryRun With(this HistoryRun run, Func<RunMetrics, RunMetrics> change) => run with { Metrics = change(run.Metrics) };

    public static HistoryRun OnGround(this HistoryRun run, double known, double assumed, double unknown, double hard) =>
        run with { Surface = new(new(known), new(assumed), new(unknown), new(hard), ImmutableSortedDictionary<string, double>.Empty) };

    public static HistoryRun Recorded(this HistoryRun run, double heelShare, double steps = 1000) =>
        run.With(metrics => metrics with
        {
            Steps = 1000,
            FootStrike = new(FootStrikeSource.Sensor, new(heelShare), Certainty.B, steps),
        });

    public static DiaryEntry Entry(int daysAgo, int? pain = null, bool? settled = null) =>
        new()
        {
            Day = Today.PlusDays(-daysAgo),
            Entered = Today.PlusDays(-daysAgo).AtMidnight().InUtc().ToInstant(),
            WorstPain = pain,
            SettledWithinHour = settled,
        };

    public static RiskAssessment Assess(
        IReadOnlyList<HistoryRun> history, RunnerProfile? profile = null, LocalDate? asOf = null, params DiaryEntry[] diary) =>
        RiskModel.Assess(history, diary, profile ?? RunnerProfile.Unknown, asOf ?? Today);

    public static RiskFactor LoadIncrease(this RiskAssessment assessment) => assessment.Rows!.LoadIncrease;
}
