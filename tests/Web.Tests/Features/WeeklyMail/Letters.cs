using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>Histories and assessments by hand, and the letters that come of them.</summary>
internal static class Letters
{
    /// <summary>The Monday of sending; the letter speaks of 9 to 15 November.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 16);

    public static LocalDate Sunday { get; } = new(2026, 11, 15);

    public static MailLinks Links { get; } = new(new Address(new("https://knee.example.org"), IsSet: true, PlainHttpAllowed: false));

    public static Source Cohort { get; } = new("cohort-2025", "A cohort of 2025, Journal 1:2", "10.1000/cohort");

    public static AdviceItem CutBack { get; } =
        new("cut-back", "Keep the next two weeks at or below your longest of the 30 days before.", null, "One good study.", Certainty.B, [Cohort]);

    /// <summary>Five weeks of two or three runs, the last of 10 km on Sunday.</summary>
    public static RunnerHistory History { get; } = Of(
        [.. Enumerable.Range(1, 4).SelectMany(week => new[] { Run(Sunday.PlusWeeks(-week), 10), Run(Sunday.PlusWeeks(-week).PlusDays(-3), 6.2) }),
         Run(Sunday.PlusDays(-3), 5.1), Run(Sunday, 10)]);

    public static RiskAssessment Calm { get; } = new()
    {
        ModelVersion = "1",
        AsOf = Today,
        Level = RiskLevel.Low,
        Paused = false,
        Score = 2,
        Factors = [Row(FactorId.LoadIncrease, 0, 75) with { Kind = LoadIncreaseKind.Spike, Measured = 10_000, Usual = 10_000, Unit = "m", Ratio = 1 }, NoMap, UnknownFeet],
        Information = [],
        Ceiling = new(new(11_000), new(10_000), "x", CeilingReason.Normal, []),
        ElevatedFrom = 30,
        HighFrom = 60,
    };

    /// <summary>Sunday's run of 13.4 km went 34 % beyond the longest.</summary>
    public static RiskAssessment Spike { get; } = Calm with
    {
        Level = RiskLevel.Elevated,
        Score = 45,
        Factors = [Long(10_000, 13_400, RunOn(Sunday).Key), NoMap, UnknownFeet],
        Ceiling = new(new(12_100), new(11_000), "x", CeilingReason.Spike, []),
    };

    /// <summary>The same weeks with 13.4 km on Sunday.</summary>
    public static RunnerHistory SpikeHistory { get; } = History with { Runs = [.. History.Runs.SkipLast(1), RunOn(Sunday, 13.4)] };

    private static RiskFactor NoMap => Row(FactorId.HardSurface, 0, 10);

    private static RiskFactor UnknownFeet => Row(FactorId.HeelStrike, 2, 6);

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
            new() { UsualCadence = new CadenceLine(129.2, 11.9, IsOwn: false), KneeKilometres = new(kilometres ?? 0) },
            Surface: null,
            DuplicateOf: null);
    }

    public static HistoryRun RunOn(LocalDate day, double kilometres = 10) => Run(day, kilometres);

    public static RunnerHistory Of(IReadOnlyList<HistoryRun> runs) => new(runs, [], RunnerProfile.Unknown, [], Today, Waiting: 0);

    public static RiskFactor Row(FactorId id, int points, int most) => new()
    {
        Id = id,
        Unit = "1",
        Points = points,
        MostPoints = most,
        Rule = "The rule.",
        Science = Certainty.B,
        Measurement = id is FactorId.LoadIncrease ? MeasurementQuality.Good : MeasurementQuality.None,
        Note = "The note.",
        Sources = [Cohort],
    };

    public static RiskFactor Long(double usual, double measured, string runKey) => Row(FactorId.LoadIncrease, 43, 75) with
    {
        Kind = LoadIncreaseKind.Spike,
        Measured = measured,
        Usual = usual,
        Unit = "m",
        Ratio = measured / usual,
        RunKey = runKey,
        Note = "Among 5,205 runners, injury of any site came 1.5 times as often after a session this far beyond the longest of 30 days as after a shorter one (hazard ratio 1.52, 95 % interval 1.16 to 2.00).",
    };

    public static WeeklyLetter Compose(
        RiskAssessment assessment, RunnerHistory? history = null, IReadOnlyList<AdviceItem>? advice = null, UnitSystem units = UnitSystem.Metric) =>
        new WeeklyMailComposer(Links).Compose(
            history ?? History, assessment, advice ?? [CutBack], new RunnerFormat(units, DateTimeZone.Utc), IsoWeek.Of(assessment.AsOf));

    public static string Line(this WeeklyLetter letter, string label) => PlainText.Of(letter.Lines.Single(line => line.Label == label).Text);
}
