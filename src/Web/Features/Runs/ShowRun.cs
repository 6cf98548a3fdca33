using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads one run of the signed-in runner and what stands around it.</summary>
public sealed class ShowRun(KneeLoadDbContext db, CurrentRunner current, RunDetailsReader details, Language language)
{
    /// <summary>The run's page.</summary>
    /// <returns>Null when the runner has no such run, or it is not analysed yet.</returns>
    public async Task<RunView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(current.Id, id, cancellationToken) is not { } run)
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var runs = await HistoryRows.ReadAsync(db, current.Id, Lookback.From(run.Metrics.LocalDate), cancellationToken);
        if (runs.FirstOrDefault(other => Guid.Parse(other.Key) == id) is not { } activity)
        {
            return null;
        }

        var format = runner.Format(language);
        double? ratio = SpikeRatios.Of(runs).TryGetValue(activity.Key, out var judged) ? judged : null;
        return new()
        {
            Format = format,
            Activity = activity,
            SpikeRatio = ratio,
            SpikeBase = ratio is { } known ? BaseOf(activity, runs, known) : null,
            Previous = await NeighbourAsync(run.Metrics.Start, later: false, cancellationToken),
            Next = await NeighbourAsync(run.Metrics.Start, later: true, cancellationToken),
            Repeats = runs.FirstOrDefault(other => string.Equals(other.Key, activity.DuplicateOf, StringComparison.Ordinal)),
            RepeatedBy = [.. runs.Where(other => string.Equals(other.DuplicateOf, activity.Key, StringComparison.Ordinal))],
            Corrections = run.Corrections,
            LocalStart = activity.Metrics.LocalDate + activity.Metrics.Start.InZone(runner.Zone).TimeOfDay,
            UploadId = run.UploadId,
            ByHand = run.ByHand,
            FileName = run.FileName,
            Warnings = [.. NoteWords.Of(activity.Metrics, format), .. activity.Metrics.Notes, .. run.Warnings],
            Splits = Splits.Of(run.Traces, format.MetresPerUnit),
            HasTraces = run.Traces.Seconds.Length > 1,
        };
    }

    /// <summary>The columns of the run's chart.</summary>
    /// <returns>Null when the runner has no such run.</returns>
    public async Task<TraceChart?> TracesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(current.Id, id, cancellationToken) is not { } run)
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return TraceChart.Of(run.Traces, runner.Format(language));
    }

    private async Task<RunView.Neighbour?> NeighbourAsync(Instant start, bool later, CancellationToken cancellationToken)
    {
        var others = db.Runs.AsNoTracking().Where(run => run.RunnerId == current.Id && run.Load != null);
        var nearest = later
            ? others.Where(run => run.Start > start).OrderBy(run => run.Start).ThenBy(run => run.Id)
            : others.Where(run => run.Start < start).OrderByDescending(run => run.Start).ThenByDescending(run => run.Id);
        return await nearest.Select(run => new RunView.Neighbour(run.Id, run.LocalDate)).FirstOrDefaultAsync(cancellationToken);
    }

    // A restarted watch is one session: the ratio speaks of its whole length.
    private static Distance? BaseOf(HistoryRun activity, IReadOnlyList<HistoryRun> runs, double ratio) =>
        TrainingSession.Of([.. runs.Where(run => run.Counts).Order(HistoryRun.ByStart)]).FirstOrDefault(session => session.RunKeys.Contains(activity.Key)) is { Distance: { } whole }
            ? new(whole.Metres / ratio)
            : null;
}
