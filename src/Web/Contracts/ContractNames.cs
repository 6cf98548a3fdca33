using System.Globalization;
using System.Text.Json;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Activities;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Contracts;

/// <summary>Words of the JSON contract for what the code names otherwise. They change only with a note in CHANGELOG.md.</summary>
internal static class ContractNames
{
    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Elevated => "elevated",
        RiskLevel.High => "high",
        RiskLevel.NotEnoughData => "not-enough-data",
        RiskLevel.NoRecentRuns => "no-recent-runs",
        RiskLevel.SeeADoctor => "see-a-doctor",
        RiskLevel.NoScoreUnder18 => "no-score-under-18",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static string Of(GateAction action) => action switch
    {
        GateAction.HoldOrReduce => "hold-or-reduce",
        GateAction.Stop => "stop",
        GateAction.SeeADoctor => "see-a-doctor",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static string Of(SetBy setBy) => setBy switch
    {
        SetBy.Pain => "pain",
        SetBy.LongestRun => "longest-run",
        SetBy.Creep => "creep",
        SetBy.Descent => "descent",
        SetBy.Week => "week",
        SetBy.Precautions => "precautions",
        SetBy.Nothing => "nothing",
        SetBy.NotJudged => "not-judged",
        SetBy.NoRecentRuns => "no-recent-runs",
        SetBy.NotEnoughData => "not-enough-data",
        _ => throw new ArgumentOutOfRangeException(nameof(setBy), setBy, null),
    };

    public static string Of(FactorId id) => id switch
    {
        FactorId.LongestRun => "longest-run",
        FactorId.Creep => "creep",
        FactorId.Descent => "descent",
        FactorId.Week => "week",
        FactorId.HardSurface => "hard-surface",
        FactorId.HeelStrike => "heel-strike",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };

    /// <summary>The rule that a row was judged by; a rule that changes gets another name.</summary>
    public static string RuleOf(FactorId id) => id switch
    {
        FactorId.LongestRun => "session-over-longest-of-30-days",
        FactorId.Creep => "session-over-longest-of-5-to-37-days",
        FactorId.Descent => "descent-over-most-of-30-days",
        FactorId.Week => "week-over-largest-of-4",
        FactorId.HardSurface => "hard-share-of-28-days",
        FactorId.HeelStrike => "heel-share-of-28-days",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };

    public static string Of(FactorUnit unit) => unit switch
    {
        FactorUnit.Metres => "m",
        FactorUnit.KneeKilometres => "knee-km",
        FactorUnit.StepsPerMinute => "steps/min",
        FactorUnit.Share or FactorUnit.One => "1",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    public static string Of(NotJudged reason) => reason switch
    {
        NotJudged.NoRecentSession => "no-recent-session",
        NotJudged.WindowNotFull => "window-not-full",
        NotJudged.ReturnWithoutPast => "return-without-past",
        NotJudged.DistanceUnknown => "distance-unknown",
        NotJudged.NoKnownBase => "no-known-base",
        NotJudged.TooFewBefore => "too-few-before",
        NotJudged.NoBarometer => "no-barometer",
        NotJudged.NoMap => "no-map",
        NotJudged.SurfaceUnknown => "surface-unknown",
        NotJudged.FootStrikeUnknown => "foot-strike-unknown",
        NotJudged.NoRun => "no-run",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(InformationId id) => id switch
    {
        InformationId.UnevenGround => "uneven-ground",
        InformationId.WarmUp => "warm-up",
        InformationId.CoolDown => "cool-down",
        InformationId.Shoes => "shoes",
        InformationId.BodyMass => "body-mass",
        InformationId.FlatFeet => "flat-feet",
        InformationId.Cadence => "cadence",
        InformationId.Technique => "technique",
        InformationId.Breathing => "breathing",
        InformationId.Monotony => "monotony",
        InformationId.AcuteChronicRatio => "acwr",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };

    public static string Of(AdviceId id) => id switch
    {
        AdviceId.SeeADoctor => "see-a-doctor",
        AdviceId.Under18 => "under-18",
        AdviceId.StopRunning => "stop-running",
        AdviceId.FirstAid => "first-aid",
        AdviceId.HoldOrReduce => "hold-or-reduce",
        AdviceId.KeepsComingBack => "keeps-coming-back",
        AdviceId.CheckIn => "check-in",
        AdviceId.Return => "return",
        AdviceId.CutBack => "cut-back",
        AdviceId.SmallSteps => "small-steps",
        AdviceId.WeekOutgrewMonth => "week-outgrew-month",
        AdviceId.Downhill => "downhill",
        AdviceId.GradualLoad => "gradual-load",
        AdviceId.StopAtOnce => "stop-at-once",
        AdviceId.WalkBeforeStopping => "walk-before-stopping",
        AdviceId.ThighAndHip => "thigh-and-hip",
        AdviceId.Warmth => "warmth",
        AdviceId.SoftLevelGround => "soft-level-ground",
        AdviceId.Cadence => "cadence",
        AdviceId.SofterLanding => "softer-landing",
        AdviceId.EvenRoll => "even-roll",
        AdviceId.WarmUp => "warm-up",
        AdviceId.Shoes => "shoes",
        AdviceId.HipAndCore => "hip-and-core",
        AdviceId.KeepMoving => "keep-moving",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };

    /// <summary>Number of a claim of the article: A12 is 12.</summary>
    public static int NumberOf(ArticleClaim claim) => int.Parse(claim.ToString().AsSpan(1), CultureInfo.InvariantCulture);

    public static string Of(FreeingActivity activity) => activity switch
    {
        FreeingActivity.Walk => "walk",
        FreeingActivity.HalfSession => "half-session",
        FreeingActivity.UsualSession => "usual-session",
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity, null),
    };

    public static string Of(MeasurementQuality quality) => quality switch
    {
        MeasurementQuality.Good => "good",
        MeasurementQuality.Fair => "fair",
        MeasurementQuality.Poor => "poor",
        MeasurementQuality.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(quality), quality, null),
    };

    public static string Of(CeilingReason reason) => reason switch
    {
        CeilingReason.Normal => "normal",
        CeilingReason.CountedLess => "counted-less",
        CeilingReason.Return => "return",
        CeilingReason.Told => "told",
        CeilingReason.WindowNotFull => "window-not-full",
        CeilingReason.Hold => "hold",
        CeilingReason.Stop => "stop",
        CeilingReason.SeeADoctor => "see-a-doctor",
        CeilingReason.Paused => "paused",
        CeilingReason.NoData => "no-data",
        CeilingReason.Under18 => "under-18",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(FootStrikeSource source) => source switch
    {
        FootStrikeSource.Sensor => "sensor",
        FootStrikeSource.Told => "told",
        FootStrikeSource.Guess => "guess",
        FootStrikeSource.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    public static string Of(NoteKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static string Of(ActivityFormat format) => JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString());

    public static string Of(ReadStatus status) => status switch
    {
        ReadStatus.Read => "read",
        ReadStatus.Partial => "partial",
        ReadStatus.Rejected => "rejected",
        ReadStatus.LeftAside => "left-aside",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
