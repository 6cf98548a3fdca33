using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Health;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>
/// Says "Degraded" once the last audit found faults, or a statement since has met a destroyed page of the database: the service works on,
/// but somebody should look.
/// </summary>
internal sealed class LastAudit(KneeLoadDbContext db, NoticedFaults noticed) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var last = await db.Audits
                .OrderByDescending(audit => audit.Ended)
                .Select(audit => new { audit.Began, audit.Faults })
                .FirstOrDefaultAsync(cancellationToken);
            if (noticed.Damaged is { } damaged && !(last?.Began > damaged))
            {
                return HealthCheckResult.Degraded("A part of the database cannot be read.");
            }

            return last is null or { Faults: 0 } ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"The last audit found {last.Faults} faults.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(exception.GetBaseException().GetType().Name);
        }
    }
}
