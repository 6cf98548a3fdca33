using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Tells whether the database answers and takes changes; one that was made read-only, as after a failover, does not.</summary>
internal sealed class WritableDatabase(KneeLoadDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // It changes no row, but only a database that may be written to carries it out.
            await db.Users.Where(runner => runner.Id == Guid.Empty)
                .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.Created, runner => runner.Created), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Not the exception itself, whose stack would be logged with each question.
            return HealthCheckResult.Unhealthy(exception.GetBaseException().GetType().Name);
        }
    }
}
