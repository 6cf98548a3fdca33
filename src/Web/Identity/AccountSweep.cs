using KneeLoad.Web.Data;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>Deletes accounts whose address nobody confirmed, to which nobody ever signed in, and links that are outlived.</summary>
internal sealed class AccountSweep(KneeLoadDbContext db, AccountLinks links, IClock clock) : ILook
{
    /// <inheritdoc/>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await db.Users.Where(runner => runner.ConfirmBy != null && runner.ConfirmBy <= now).ExecuteDeleteAsync(cancellationToken);
        await links.SweepAsync(cancellationToken);
    }
}
