using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Contracts;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Runs;

/// <summary>One activity. Names and units are those of <c>analyze --json</c>; what was not measured is null.</summary>
internal sealed record RunReply(
    Guid Id,
    RunKind Kind,
    Instant? Start,
    LocalDate? LocalDate,
    string? Sport,
    string? SubSport,
    bool IsRun,
    Guid? DuplicateOf,
    IReadOnlyList<Guid> JoinedWith,
    bool LeftOut,
    double ElapsedSeconds,
    double TimerSeconds,
    double MovingSeconds,
    double? DistanceMetres,
    double? WalkingMetres,
    double? Steps,
    double? CadenceStepsPerMinute,
    double? CadenceAtOwnPace,
    double? HeartRateBpm,
    double? ContactTimeMs,
    double? ContactBalancePercent,
    double? VerticalOscillationMm,
    double? StepLengthMetres,
    double? DutyFactor,
    double? AscentMetres,
    double? DescentMetres,
    double? KneeKm,
    double? KneeKmLow,
    double? KneeKmHigh,
    double? KneeKmPerKm,
    double? PeakIndex,
    double ExtrapolatedSeconds,
    IReadOnlyList<NoteContract> Notes,
    FootStrikeContract FootStrike,
    SurfaceContract? Surface,
    double? SpikeRatio)
{
    public static RunReply Of(HistoryRun run, IReadOnlyDictionary<string, double> spikeRatios)
    {
        var (metrics, load) = (run.Metrics, run.Load);
        return new(
            Guid.Parse(run.Key),
            metrics.Kind,
            metrics.DateUnknown ? null : metrics.Start,
            metrics.DateUnknown ? null : metrics.LocalDate,
            metrics.Sport,
            metrics.SubSport,
            metrics.IsRun,
            run.DuplicateOf is { } kept ? Guid.Parse(kept) : null,
            [.. run.JoinedWith.Select(other => Guid.Parse(other.Key))],
            run.LeftOut,
            metrics.Elapsed.TotalSeconds,
            metrics.Timer.TotalSeconds,
            metrics.Moving.TotalSeconds,
            metrics.Distance?.Metres,
            metrics.Walking?.Metres,
            metrics.Steps,
            metrics.Cadence?.StepsPerMinute,
            load.CadenceAtOwnPace?.StepsPerMinute,
            metrics.HeartRate?.BeatsPerMinute,
            metrics.ContactTimeMs,
            metrics.ContactBalancePercent,
            metrics.VerticalOscillationMm,
            metrics.StepLength?.Metres,
            metrics.DutyFactor?.Value,
            metrics.Ascent?.Metres,
            metrics.Descent?.Metres,
            load.KneeKilometres?.Value,
            load.Range?.Low.Value,
            load.Range?.High.Value,
            load.KneeKilometresPerKilometre,
            load.PeakIndex,
            metrics.Extrapolated.TotalSeconds,
            [.. metrics.FileNotes.Select(NoteContract.Of)],
            FootStrikeContract.Of(metrics.FootStrike),
            run.Surface is { } surface ? SurfaceContract.Of(surface) : null,
            spikeRatios.TryGetValue(run.Key, out var ratio) ? ratio : null);
    }
}
