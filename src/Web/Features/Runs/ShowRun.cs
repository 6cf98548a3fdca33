using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads one run of the signed-in runner and what stands around it.</summary>
public sealed class ShowRun(KneeLoadDbContext db, CurrentRunner current, IRunnerHistoryReader histories, RunDetailsReader details)
{
    /// <summary>The run's page.</summary>
    /// <returns>Null when the runner has no such run, or it is not analysed yet.</returns>
    public async Task<RunView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(current.Id, id, cancellationToken) is not { } run)
        {
            return null;
        }

        var runner = await db.Users.AsNoTracking().SingleAsync(row => row.Id == current.Id, cancellationToken);
        var history = await histories.ReadAsync(current.Id, cancellationToken);
        var runs = history.Runs.Order(HistoryRun.ByStart).ToList();
        var index = runs.FindIndex(other => Guid.Parse(other.Key) == id);
        if (index < 0)
        {
            return null;
        }

        var activity = runs[index];
        var format = runner.Format();
        double? ratio = SpikeRatios.Of(runs).TryGetValue(activity.Key, out var judged) ? judged : null;
        return new()
        {
            Format = format,
            Today = history.Today,
            Activity = activity,
            SpikeRatio = ratio,
            SpikeBase = ratio is { } known ? BaseOf(activity, runs, known) : null,
            Previous = index > 0 ? runs[index - 1] : null,
            Next = index + 1 < runs.Count ? runs[index + 1] : null,
            Repeats = runs.Find(other => string.Equals(other.Key, activity.DuplicateOf, StringComparison.Ordinal)),
            UploadId = run.UploadId,
            FileName = run.FileName,
            Warnings = [.. activity.Metrics.Notes, .. run.Warnings],
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

        var runner = await db.Users.AsNoTracking().SingleAsync(row => row.Id == current.Id, cancellationToken);
        return TraceChart.Of(run.Traces, runner.Format());
    }

    // A restarted watch is one session: the ratio speaks of its whole length.
    private static Distance? BaseOf(HistoryRun activity, List<HistoryRun> runs, double ratio) =>
        Session.Of(runs.FindAll(run => run.Counts)).FirstOrDefault(session => session.RunKeys.Contains(activity.Key)) is { Distance: { } whole }
            ? new(whole.Metres / ratio)
            : null;
}
