using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>Made histories, assessed by the model, and the letters that come of them.</summary>
internal static class Letters
{
    private const int WeeksOfHistory = 10;

    /// <summary>The Monday of sending; the letter speaks of 10 to 16 November.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 16);

    public static LocalDate Sunday { get; } = new(2026, 11, 15);

    public static MailLinks Links { get; } = new(new Address(new("https://knee.example.org"), IsSet: true, PlainHttpAllowed: false));

    /// <summary>Ten weeks of 10 km on Sunday and 6 km on Tuesday and Thursday.</summary>
    public static RunnerHistory Calm { get; } = Of([.. Weeks(WeeksOfHistory)]);

    /// <summary>The same with 13.4 km on the last Sunday.</summary>
    public static RunnerHistory Spike { get; } = WithLast(13.4);

    /// <summary>The same with 21 km on the last Sunday.</summary>
    public static RunnerHistory Double { get; } = WithLast(21);

    /// <summary>13.4 km eight days before the mail, and shorter runs since.</summary>
    public static RunnerHistory EarlierSpike { get; } = Of(
        [
            .. Calm.Runs.Where(run => run.Metrics.LocalDate < Sunday.PlusDays(-7)),
            Run(Sunday.PlusDays(-7), 13.4),
            Run(Sunday.PlusDays(-4), 6),
            Run(Sunday.PlusDays(-2), 6),
        ]);

    /// <summary>Three runs of 9 km more in the last 7 days.</summary>
    public static RunnerHistory BigWeek { get; } = Of([.. Calm.Runs, .. new[] { -4, -2, -1 }.Select(day => Run(Sunday.PlusDays(day), 9))]);

    /// <summary>Two runs in all.</summary>
    public static RunnerHistory FirstWeeks { get; } = Of([Run(Sunday.PlusDays(-5), 5), Run(Sunday, 5)]);

    public static RunnerHistory NoRunsYet { get; } = Of([]);

    /// <summary>The last run lies forty days back.</summary>
    public static RunnerHistory NoRecentRuns { get; } = Of([.. Weeks(WeeksOfHistory).Select(run => Run(run.Metrics.LocalDate.PlusDays(-40), Kilometres(run)))]);

    /// <summary>Three short runs after forty days off.</summary>
    public static RunnerHistory Return { get; } = Of([.. NoRecentRuns.Runs, Run(Sunday.PlusDays(-5), 3), Run(Sunday.PlusDays(-3), 3), Run(Sunday, 3)]);

    /// <summary>Runs of no known distance.</summary>
    public static RunnerHistory NotJudged { get; } = Of([.. Calm.Runs.Select(run => Run(run.Metrics.LocalDate, null))]);

    public static RunnerHistory Hold { get; } = Calm with { Diary = [Entry(3, settled: true)] };

    public static RunnerHistory Stop { get; } = Calm with { Diary = [Entry(7, settled: false)] };

    public static RunnerHistory Doctor { get; } = Calm with { Diary = [Entry(4, settled: false) with { RedFlags = RedFlags.HotAndRedWithFever }] };

    public static RunnerHistory Paused { get; } = Spike with { Profile = new() { Paused = true } };

    public static RunnerHistory Under18 { get; } = Calm with { Profile = new() { BirthYear = Today.Year - 15 } };

    /// <summary>A history for each state, by its name.</summary>
    public static IReadOnlyDictionary<string, RunnerHistory> States { get; } = new Dictionary<string, RunnerHistory>(StringComparer.Ordinal)
    {
        ["calm"] = Calm,
        ["spike"] = Spike,
        ["double"] = Double,
        ["earlier-spike"] = EarlierSpike,
        ["big-week"] = BigWeek,
        ["hold"] = Hold,
        ["stop"] = Stop,
        ["doctor"] = Doctor,
        ["paused"] = Paused,
        ["first-weeks"] = FirstWeeks,
        ["no-runs-yet"] = NoRunsYet,
        ["no-recent-runs"] = NoRecentRuns,
        ["return"] = Return,
        ["not-judged"] = NotJudged,
        ["under-18"] = Under18,
    };

    public static HistoryRun Run(LocalDate day, double? kilometres)
    {
        var time = Duration.FromMinutes(6 * (kilometres ?? 5));
        return new(
            DayFormat.Iso(day),
            new()
            {
                Kind = RunKind.Run,
                Start = day.At(new(8, 0)).InUtc().ToInstant(),
                LocalDate = day,
                Elapsed = time,
                Timer = time,
                Moving = time,
                Distance = kilometres is { } length ? new Distance(1000 * length) : null,
                Extrapolated = Duration.Zero,
                FootStrike = FootStrike.Unknown,
                GradientMeasured = false,
            },
            new() { UsualCadence = new CadenceLine(129.2, 11.9, IsOwn: false), KneeKilometres = kilometres is { } load ? new(load) : null },
            Surface: null,
            DuplicateOf: null);
    }

    public static RunnerHistory Of(IReadOnlyList<HistoryRun> runs) => new(runs, [], RunnerProfile.Unknown, [], Today, Waiting: 0);

    public static DiaryEntry Entry(int pain, bool settled, LocalDate? day = null) =>
        new() { Day = day ?? Sunday, Entered = Sunday.At(new(12, 0)).InUtc().ToInstant(), WorstPain = pain, SettledWithinHour = settled };

    public static RiskAssessment Assess(RunnerHistory history) => RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);

    public static WeeklyLetter Compose(RunnerHistory history, UnitSystem units = UnitSystem.Metric, Language? language = null)
    {
        var assessment = Assess(history);
        var advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile);
        return new WeeklyMailComposer(Links).Compose(history, assessment, advice, new RunnerFormat(language ?? Language.English, units, DateTimeZone.Utc));
    }

    public static string Line(this WeeklyLetter letter, string label) =>
        SimpleTypography.Of(letter.Lines.Single(line => line.Label.StartsWith(label, StringComparison.Ordinal)).Text);

    /// <summary>All words of a letter as both parts hold them, subject first.</summary>
    public static string Whole(this WeeklyLetter letter) => $"{letter.Subject}\n{LetterAsText.Write(letter)}\n{LetterAsHtml.Write(letter)}";

    private static RunnerHistory WithLast(double kilometres) => Of([.. Calm.Runs.Where(run => run.Metrics.LocalDate < Sunday), Run(Sunday, kilometres)]);

    private static IEnumerable<HistoryRun> Weeks(int weeks) => Enumerable.Range(0, weeks).Reverse()
        .SelectMany(back => new[] { Run(Sunday.PlusDays((-7 * back) - 5), 6), Run(Sunday.PlusDays((-7 * back) - 3), 6), Run(Sunday.PlusDays(-7 * back), 10) });

    private static double Kilometres(HistoryRun run) => run.Metrics.Distance.GetValueOrDefault().Metres / 1000;
}
