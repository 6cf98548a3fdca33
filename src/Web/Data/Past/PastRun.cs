using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Data.Past;

/// <summary>A run or walk as its week keeps it: what an assessment still asks of it when its own row is not read any more.</summary>
/// <param name="Key">Key of its row.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Start">When it began.</param>
/// <param name="LocalDate">Its local day.</param>
/// <param name="Timer">Time that the timer ran.</param>
/// <param name="Recorded">From start to the last record; null without records.</param>
/// <param name="Distance">Its length; null when unknown. [m]</param>
/// <param name="DescentOnSlopes">Metres down on slopes; null when not measured. [m]</param>
public sealed record PastRun(
    string Key, RunKind Kind, Instant Start, LocalDate LocalDate, Duration Timer, Duration? Recorded, Distance? Distance, Distance? DescentOnSlopes)
{
    /// <summary>The runs and walks of a history that add to the load of their days.</summary>
    /// <param name="history">Activities in any order.</param>
    public static IEnumerable<PastRun> Of(IEnumerable<HistoryRun> history) =>
        history.Where(run => run.AddsLoad).Order(HistoryRun.ByStart).Select(run => new PastRun(
            run.Key,
            run.Metrics.Kind,
            run.Metrics.Start,
            run.Metrics.LocalDate,
            run.Metrics.Timer,
            run.Metrics.Recorded,
            run.Metrics.Distance,
            run.Metrics.DescentOnSlopes));

    /// <summary>The same as a row of a history, in which all else is unknown.</summary>
    public HistoryRun ToHistoryRun() => new(
        Key,
        new()
        {
            Kind = Kind,
            Start = Start,
            LocalDate = LocalDate,
            Elapsed = Recorded ?? Timer,
            Recorded = Recorded,
            Timer = Timer,
            Moving = Timer,
            Distance = Distance,
            DescentOnSlopes = DescentOnSlopes,
            Extrapolated = Duration.Zero,
            FootStrike = FootStrike.Unknown,
            GradientMeasured = false,
        },
        new() { UsualCadence = default },
        Surface: null,
        DuplicateOf: null);
}
