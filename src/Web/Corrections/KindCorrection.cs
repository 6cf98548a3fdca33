using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Corrections;

/// <summary>Takes the runner's word on an activity whose file states no sport and that was taken for a run.</summary>
public sealed class KindCorrection(KneeLoadDbContext db, RunnerWork work, Recomputation recomputation)
{
    /// <summary>Says what the activity is, or with null that it is a run after all.</summary>
    /// <returns>False when the runner has no such activity, or its file says what it is.</returns>
    public Task<bool> RunAsync(Guid runnerId, Guid runId, RunKind? told, CancellationToken cancellationToken) => work.DoAsync(
        runnerId,
        async runner =>
        {
            var row = await db.Runs.SingleOrDefaultAsync(run => run.Id == runId && run.RunnerId == runnerId, cancellationToken);
            if (row is null || (row.ToldKind is null && StoredJson.ReadMetrics(row.Metrics).Kind is not RunKind.TakenForRun))
            {
                return false;
            }

            ImportedRun.Tell(row, told);
            await db.SaveChangesAsync(cancellationToken);
            // The steps attach rows of their own, this one too where it repeats another now, or no more.
            db.ChangeTracker.Clear();
            await recomputation.RunAsync(runner, new(row.Start, row.Start), cancellationToken);
            return true;
        },
        cancellationToken);
}
