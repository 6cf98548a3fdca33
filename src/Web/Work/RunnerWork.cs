using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Work;

/// <summary>
/// Changes a runner's rows in one transaction at a time: locks the runner, makes the change with all that follows from it, commits.
/// Every change of uploads, runs and weeks goes through here.
/// </summary>
public sealed class RunnerWork(KneeLoadDbContext db)
{
    /// <summary>Makes a change; nothing of it stays when it throws, or returns false or null.</summary>
    /// <typeparam name="T">The outcome. Its default value means that nothing was changed.</typeparam>
    /// <param name="runnerId">The runner whose rows change.</param>
    /// <param name="change">The change. It gets the runner as the database holds the row once the lock is taken; the row is not tracked.</param>
    /// <param name="cancellationToken">Ends the work and rolls it back.</param>
    /// <returns>The change's outcome; the default value when there is no such runner.</returns>
    public async Task<T?> DoAsync<T>(Guid runnerId, Func<Runner, Task<T?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await LockAsync(runnerId, cancellationToken))
        {
            return default;
        }

        var outcome = await change(await db.ReadRunnerAsync(runnerId, cancellationToken));
        if (!EqualityComparer<T?>.Default.Equals(outcome, default))
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    // Writing the runner's row to itself locks it on PostgreSQL and SQL Server until the transaction ends. On SQLite the transaction
    // has the file to itself anyway.
    private async Task<bool> LockAsync(Guid runnerId, CancellationToken cancellationToken) =>
        await db.Users.Where(runner => runner.Id == runnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.Created, runner => runner.Created), cancellationToken) > 0;
}
