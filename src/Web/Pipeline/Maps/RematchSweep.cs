using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Hands over the runners who have runs that another map than the one in use was asked for.</summary>
internal sealed class RematchSweep(KneeLoadDbContext db, JobQueue jobs) : ISweep
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var current = await GroundMap.CurrentAsync(db, cancellationToken);
        if (current is null && await db.Maps.AnyAsync(map => map.State == MapState.Waiting || map.State == MapState.Building, cancellationToken))
        {
            // An index that was lost is being built again: what was matched with it stays until then.
            return;
        }

        foreach (var runnerId in await Rematching.Outdated(db, current).Select(upload => upload.RunnerId).Distinct().ToListAsync(cancellationToken))
        {
            await jobs.EnqueueAsync<RematchJob>(runnerId, isLong: true, cancellationToken);
        }
    }
}
