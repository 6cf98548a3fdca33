using KneeLoad.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Says "Degraded" once the last audit found faults: the service works on, but somebody should look.</summary>
internal sealed class LastAudit(KneeLoadDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var faults = await db.Audits.OrderByDescending(audit => audit.Ended).Select(audit => audit.Faults).FirstOrDefaultAsync(cancellationToken);
            return faults == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"The last audit found {faults} faults.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(exception.GetBaseException().GetType().Name);
        }
    }
}
