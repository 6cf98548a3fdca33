using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data;

/// <summary>
/// Lets one transaction at a time work on what belongs to a runner. Writing the runner's row to itself locks it on PostgreSQL
/// and SQL Server; on SQLite the transaction has the file to itself anyway.
/// </summary>
internal static class RunnerLock
{
    /// <summary>Waits for the runner's turn, which lasts until the transaction ends.</summary>
    /// <returns>False when the runner is gone.</returns>
    public static async Task<bool> TakeAsync(KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken) =>
        await db.Users.Where(runner => runner.Id == runnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.Created, runner => runner.Created), cancellationToken) > 0;
}
