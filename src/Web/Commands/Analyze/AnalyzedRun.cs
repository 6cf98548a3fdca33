using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Contracts;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>One activity as <c>analyze --json</c> shows it. The property names are a contract.</summary>
internal sealed record AnalyzedRun(
    string File,
    string? Start,
    string? LocalDate,
    string? Sport,
    string? SubSport,
    bool IsRun,
    string? DuplicateOf,
    IReadOnlyList<string> JoinedWith,
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
    public static AnalyzedRun Of(HistoryRun run, IReadOnlyDictionary<string, string> fileOf, IReadOnlyDictionary<string, double> spikeRatios)
    {
        var (metrics, load) = (run.Metrics, run.Load);
        return new(
            fileOf[run.Key],
            metrics.DateUnknown ? null : ContractNames.Of(metrics.Start),
            metrics.DateUnknown ? null : ContractNames.Of(metrics.LocalDate),
            metrics.Sport,
            metrics.SubSport,
            metrics.IsRun,
            run.DuplicateOf is { } kept ? fileOf[kept] : null,
            [.. run.JoinedWith.Select(other => fileOf[other.Key])],
            false,
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
