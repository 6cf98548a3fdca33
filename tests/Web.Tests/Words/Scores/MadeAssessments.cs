using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Tests.Words.Scores;

/// <summary>Assessments in every state, made of facts alone.</summary>
internal static class MadeAssessments
{
    public static readonly LocalDate Today = new(2026, 5, 6);
    private static readonly JudgedSession Sunday = new("run", Today.PlusDays(-3), 1, 3);

    public static LongestRun Run { get; } = new()
    {
        Points = 48,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Session = Sunday,
        Distance = new Distance(13_400),
        Base = new Distance(10_000),
        BaseKind = LongestRunBase.Longest,
        PointsOnItsDay = 48,
        SessionsBefore = 9,
    };

    public static LongestRun CalmRun { get; } = Run with { Points = 0, PointsOnItsDay = 0, Distance = new Distance(9_000) };

    public static Creep Creep { get; } = new()
    {
        Points = 30,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Session = Sunday,
        Distance = new Distance(15_000),
        Longest = new Distance(10_000),
        PointsOnItsDay = 30,
    };

    public static Descent Descent { get; } = new()
    {
        Points = 34,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Session = Sunday,
        Down = new Distance(1_200),
        Most = new Distance(300),
        PointsOnItsDay = 34,
    };

    public static Week Week { get; } = new()
    {
        Points = 34,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Quantity = WeekQuantity.Distance,
        Distance = new(new Distance(48_000), new Distance(30_000), new Distance(25_000)),
    };

    public static HardSurface Hard { get; } = new()
    {
        Points = 9,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Share = new Fraction(1),
        KnownShare = new Fraction(1),
    };

    public static HeelStrike Heel { get; } = new()
    {
        Points = 6,
        Counts = true,
        Measurement = MeasurementQuality.Good,
        Source = FootStrikeSource.Sensor,
        Share = new Fraction(1),
    };

    public static HeelStrike UnknownHeel { get; } =
        new() { Points = 0, Counts = true, Measurement = MeasurementQuality.None, Source = FootStrikeSource.None, NotJudged = NotJudged.FootStrikeUnknown };

    public static LongestRun Unjudged(NotJudged reason) =>
        new() { Points = 0, Counts = true, Measurement = MeasurementQuality.None, NotJudged = reason };

    /// <summary>Rows whose load increase is the given row; the other measures have no points.</summary>
    public static ScoreRows Rows(RiskFactor counting) => new(
        counting as LongestRun ?? CalmRun with { Counts = false },
        counting as Creep ?? Creep with { Points = 0, Counts = false, Distance = new Distance(9_000) },
        counting as Descent ?? Descent with { Points = 0, Counts = false, Down = new Distance(200) },
        counting as Week ?? Week with { Points = 0, Counts = false, Distance = new(new Distance(20_000), new Distance(30_000), new Distance(25_000)) },
        Hard with { Points = 0, Share = new Fraction(0.4) },
        UnknownHeel);

    public static RiskAssessment Of(RiskLevel level, SetBy setBy, ScoreRows? rows, PainGate? gate = null, bool paused = false) => new()
    {
        ModelVersion = RiskModel.Version,
        AsOf = Today,
        Level = level,
        SetBy = setBy,
        Paused = paused,
        Score = rows?.Points,
        Rows = rows,
        Gate = gate,
        Information = [],
        Ceiling = new(null, null, null, CeilingReason.NoData, []),
        ElevatedFrom = 34,
        HighFrom = 68,
    };

    public static PainGate Gate(GateAction action) =>
        new(action, Today.PlusDays(-1), action is GateAction.SeeADoctor ? null : Today.PlusDays(13));
}
