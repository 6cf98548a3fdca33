using KneeLoad.Web.Data;
using KneeLoad.Web.Pipeline;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>Takes the runner's word that an activity repeats no other, and counts it.</summary>
public sealed class DuplicateDenial(KneeLoadDbContext db, RunnerWork work, Recomputation recomputation)
{
    /// <summary>Counts an activity of a runner from now on.</summary>
    /// <returns>False when the runner has no such activity.</returns>
    public Task<bool> RunAsync(Guid runnerId, Guid runId, CancellationToken cancellationToken) => work.DoAsync(
        runnerId,
        async runner =>
        {
            var own = db.Runs.Where(run => run.Id == runId && run.RunnerId == runnerId);
            if (await own.Select(run => (Instant?)run.Start).SingleOrDefaultAsync(cancellationToken) is not { } start)
            {
                return false;
            }

            await own.ExecuteUpdateAsync(
                set => set.SetProperty(run => run.DuplicateDenied, true).SetProperty(run => run.DuplicateOfId, (Guid?)null), cancellationToken);
            await recomputation.RunAsync(runner, new(start, start), cancellationToken);
            return true;
        },
        cancellationToken);
}
