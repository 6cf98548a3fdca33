using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Runs.Joining;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads one run of the signed-in runner and what stands around it.</summary>
public sealed class ShowRun(KneeLoadDbContext db, CurrentRunner current, RunDetailsReader details, JoinedTraces joined, Language language)
{
    /// <summary>The run's page.</summary>
    /// <returns>Null when the runner has no such run, or it is not analysed yet.</returns>
    public async Task<RunView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (run, activity, runs))
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var traces = await joined.ReadAsync(run.Traces, activity, runs, cancellationToken);
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
            Overlaps = [.. runs.Where(other => activity.JoinedWith.Any(file => file.Share is not null
                && string.Equals(file.Key, other.Key, StringComparison.Ordinal)))],
            OverlappedBy = [.. runs.Where(other => other.JoinedWith.Any(file => file.Share is not null
                && string.Equals(file.Key, activity.Key, StringComparison.Ordinal)))],
            RepeatedBy = [.. runs.Where(other => string.Equals(other.DuplicateOf, activity.Key, StringComparison.Ordinal))],
            Corrections = run.Corrections,
            LocalStart = activity.Metrics.LocalDate + activity.Metrics.Start.InZone(runner.Zone).TimeOfDay,
            UploadId = run.UploadId,
            ByHand = run.ByHand,
            FileName = run.FileName,
            Warnings = [.. NoteWords.Of(activity.Metrics, format), .. LackWords.Of(activity.Metrics, language), .. StoredRemarks.Words(run.Warnings, format)],
            Splits = Splits.Of(traces, format.MetresPerUnit),
            HasTraces = traces.Seconds.Length > 1,
        };
    }

    /// <summary>The columns of the run's chart.</summary>
    /// <returns>Null when the runner has no such run.</returns>
    public async Task<TraceChart?> TracesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (run, activity, runs))
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return TraceChart.Of(await joined.ReadAsync(run.Traces, activity, runs, cancellationToken), runner.Format(language));
    }

    /// <summary>The recording whose places a run's map shows: its own, or that of another recording that gave them.</summary>
    /// <param name="activity">The run.</param>
    internal static Guid PlacesOf(HistoryRun activity) =>
        Guid.Parse(activity.JoinedWith.FirstOrDefault(file => file.Gave.Contains(JoinedQuantity.Ground))?.Key ?? activity.Key);

    /// <summary>A run, as it counts, among the activities around it; null when the runner has no such run.</summary>
    private async Task<(RunDetails Run, HistoryRun Activity, IReadOnlyList<HistoryRun> Runs)?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(current.Id, id, cancellationToken) is not { } run)
        {
            return null;
        }

        var runs = await HistoryRows.ReadAsync(
            db, current.Id, HistoryWindow.From(run.Metrics.LocalDate), cancellationToken, HistoryWindow.Until(run.Metrics.LocalDate));
        return runs.FirstOrDefault(other => Guid.Parse(other.Key) == id) is { } activity ? (run, activity, runs) : null;
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
        TrainingSession.Of([.. runs.Where(run => run.Counts).Order(HistoryRun.ByStart)])
            .FirstOrDefault(session => session.RunKeys.Contains(activity.Key)) is { Distance: { } whole }
            ? new(whole.Metres / ratio)
            : null;
}
