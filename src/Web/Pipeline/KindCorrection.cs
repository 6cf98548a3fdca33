using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Takes the runner's word on an activity whose file states no sport and that was taken for a run.</summary>
public sealed class KindCorrection(KneeLoadDbContext db, Recomputation recomputation)
{
    /// <summary>Says what the activity is, or with null that it is a run after all.</summary>
    /// <returns>False when the runner has no such activity, or its file says what it is.</returns>
    public async Task<bool> RunAsync(Guid runnerId, Guid runId, RunKind? told, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunnerLock.TakeAsync(db, runnerId, cancellationToken);
        var row = await db.Runs.SingleOrDefaultAsync(run => run.Id == runId && run.RunnerId == runnerId, cancellationToken);
        if (row is null || (row.ToldKind is null && StoredJson.ReadMetrics(row.Metrics).Kind is not RunKind.TakenForRun))
        {
            return false;
        }

        Apply(row, told);
        await db.SaveChangesAsync(cancellationToken);
        // The steps attach rows of their own, this one too where it repeats another now, or no more.
        db.ChangeTracker.Clear();
        var runner = await db.Users.AsNoTracking().SingleAsync(runner => runner.Id == runnerId, cancellationToken);
        await recomputation.RunAsync(runner, new(row.Start, row.Start), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Writes the runner's word into a row that was just read from its file, or read before.</summary>
    internal static void Apply(Run row, RunKind? told)
    {
        var metrics = StoredJson.ReadMetrics(row.Metrics) with { Kind = told ?? RunKind.TakenForRun };
        row.ToldKind = told;
        row.IsRun = metrics.IsRun;
        row.Metrics = StoredJson.Write(metrics);
    }
}
