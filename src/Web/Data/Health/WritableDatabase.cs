using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace KneeLoad.Web.Data.Health;

/// <summary>
/// Tells whether the database answers and takes changes: not one that was made read-only, as after a failover, and not one that had no
/// room for what it was last asked to store.
/// </summary>
internal sealed class WritableDatabase(KneeLoadDbContext db, NoticedFaults noticed) : IHealthCheck
{
    private const string NoRoom = "The database has no room left.";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // It changes no row, but only a database that may be written to carries it out.
            await db.Users.Where(runner => runner.Id == Guid.Empty)
                .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.Created, runner => runner.Created), cancellationToken);
            if (noticed.AsksForRoom() is { } isDue)
            {
                if (!isDue)
                {
                    return HealthCheckResult.Unhealthy(NoRoom);
                }

                await DemandRoomAsync(cancellationToken);
                noticed.HasRoom();
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Not the exception itself, whose stack would be logged with each question.
            return HealthCheckResult.Unhealthy(DatabaseFull.IsItself(exception.GetBaseException()) ? NoRoom : exception.GetBaseException().GetType().Name);
        }
    }

    // A table that is gone with its own statement, and large enough to want room on the disk. Elsewhere the next request shows it.
    private async Task DemandRoomAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"CREATE TEMPORARY TABLE room ON COMMIT DROP AS SELECT generate_series(1, 50000) AS n", cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // This user may make no table: the next request shows it.
        }
    }
}
