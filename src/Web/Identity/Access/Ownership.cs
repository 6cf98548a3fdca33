using KneeLoad.Web.Data;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Identity.Access;

/// <summary>Passes the installation on from one account to another. There is one owner at a time, and no way to be none without naming the next.</summary>
public sealed class Ownership(KneeLoadDbContext db, RunnerWork work)
{
    /// <summary>Makes an account the owner. A session says who the owner is, so those of both end.</summary>
    /// <returns>False where there is no such account.</returns>
    public Task<bool> PassOnAsync(Guid to, CancellationToken cancellationToken) => work.DoAsync(
        to,
        async _ =>
        {
            var before = await db.Users.Where(row => row.IsOwner).Select(row => row.Id).ToListAsync(cancellationToken);
            await db.Users.Where(row => row.IsOwner).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOwner, false), cancellationToken);
            await db.Users.Where(row => row.Id == to).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsOwner, true), cancellationToken);
            await db.SignIns
                .IgnoreQueryFilters([RowsInSight.Own])
                .Where(session => session.RunnerId == to || before.Contains(session.RunnerId))
                .ExecuteDeleteAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
