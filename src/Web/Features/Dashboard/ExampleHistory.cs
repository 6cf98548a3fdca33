using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Ten weeks of an invented runner, for a first screen that has nothing of its own to show yet. The model judges them like any other.</summary>
internal static class ExampleHistory
{
    private const double KneeLoadPerKilometre = 1.03;
    private const int LatestDaysAgo = 2;

    /// <summary>A week of kilometres, by days before its last run.</summary>
    private static readonly (int DaysBefore, double Kilometres)[] UsualWeek = [(5, 6), (3, 7.5), (0, 10)];

    private static readonly Fraction[] Shares = [new(0.85), new(0.9), new(0.95), new(0.8), new(0.95), new(1), new(1), new(0.85), new(1), new(1)];

    /// <summary>The example as of a day: its last run is a jump.</summary>
    public static RunnerHistory Of(LocalDate today)
    {
        var last = today.PlusDays(-LatestDaysAgo);
        List<HistoryRun> runs =
        [
            .. Shares.SelectMany((share, week) => UsualWeek.Select(run =>
                Run(last.PlusDays(-(7 * (Shares.Length - 1 - week)) - run.DaysBefore), share.Value * run.Kilometres))),
        ];
        runs[^1] = Run(last, 13.4);
        DiaryEntry[] diary = [new() { Day = last, Entered = default, WorstPain = 2, SettledWithinHour = true }];
        return new(runs, diary, RunnerProfile.Unknown, WeeklyLoads.Compute(runs, IsoDayOfWeek.Monday, today), today, Waiting: 0);
    }

    private static HistoryRun Run(LocalDate day, double kilometres)
    {
        var time = Duration.FromMinutes(6.1 * kilometres);
        var metrics = new RunMetrics
        {
            Kind = RunKind.Run,
            Start = day.At(new LocalTime(7, 30)).InUtc().ToInstant(),
            LocalDate = day,
            Elapsed = time,
            Timer = time,
            Moving = time,
            Distance = new(1000 * kilometres),
            Cadence = new(166),
            Extrapolated = Duration.Zero,
            FootStrike = FootStrike.Unknown,
            GradientMeasured = true,
            Downhill = new(new(60 * kilometres), new(12 * kilometres), Distance.Zero),
        };
        var load = new RunLoad
        {
            UsualCadence = new CadenceLine(134, 11.9, IsOwn: true),
            KneeKilometres = new(KneeLoadPerKilometre * kilometres),
            KneeKilometresPerKilometre = KneeLoadPerKilometre,
            CadenceAtOwnPace = new(166),
        };
        return new(DayFormat.Iso(day), metrics, load, Surface: null, DuplicateOf: null);
    }
}
