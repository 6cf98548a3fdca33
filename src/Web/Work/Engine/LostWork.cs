using KneeLoad.Web.Data;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Brings back work that was lost on its way: in a process that died, or in the engine.</summary>
internal sealed class LostWork(KneeLoadDbContext db, WorkClaims claims, HandOver handOver) : ILook
{
    /// <summary>Work that the engine has had for so long, though nobody has it in hand, is handed over again.</summary>
    private static readonly Duration Lost = Duration.FromMinutes(10);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await claims.TakeBackAsync(all: false, cancellationToken);
        var now = claims.Now;
        var before = now - Lost;
        var beyond = now + (2 * Duration.FromTimeSpan(RetryPauses.Longest));
        // A clock that was set back would have them wait for years.
        await db.Work.Where(row => !row.Failed && row.Owner == null && ((row.HandedOver < before && row.Due < before) || row.HandedOver > beyond))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOver, (Instant?)null), cancellationToken);
        await db.Work.Where(row => !row.Failed && row.Due > beyond)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, now).SetProperty(row => row.HandedOver, (Instant?)null), cancellationToken);
        await handOver.RunAllAsync(cancellationToken);
    }
}
