using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Activities;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Shared.Contracts;

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

    public static string Of(FactorId id) => id switch
    {
        FactorId.LoadIncrease => "load-increase",
        FactorId.HardSurface => "hard-surface",
        FactorId.HeelStrike => "heel-strike",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };

    public static string Of(LoadIncreaseKind kind) => kind switch
    {
        LoadIncreaseKind.Spike => "spike",
        LoadIncreaseKind.Growth => "growth",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
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
        CeilingReason.Spike => "spike",
        CeilingReason.Return => "return",
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

    public static string Of(ReadStatus status) => status switch
    {
        ReadStatus.Read => "read",
        ReadStatus.Partial => "partial",
        ReadStatus.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
