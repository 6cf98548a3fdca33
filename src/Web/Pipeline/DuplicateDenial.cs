using KneeLoad.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Takes the runner's word that an activity repeats no other, and counts it.</summary>
public sealed class DuplicateDenial(KneeLoadDbContext db, Recomputation recomputation)
{
    /// <summary>Counts an activity of a runner from now on.</summary>
    /// <returns>False when the runner has no such activity.</returns>
    public async Task<bool> RunAsync(Guid runnerId, Guid runId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunnerLock.TakeAsync(db, runnerId, cancellationToken);
        var own = db.Runs.Where(run => run.Id == runId && run.RunnerId == runnerId);
        if (await own.Select(run => (NodaTime.Instant?)run.Start).SingleOrDefaultAsync(cancellationToken) is not { } start)
        {
            return false;
        }

        await own.ExecuteUpdateAsync(
            set => set.SetProperty(run => run.DuplicateDenied, true).SetProperty(run => run.DuplicateOfId, (Guid?)null), cancellationToken);
        var runner = await db.Users.AsNoTracking().SingleAsync(row => row.Id == runnerId, cancellationToken);
        await recomputation.RunAsync(runner, new(start, start), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
