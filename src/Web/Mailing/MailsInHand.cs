using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Mailing;

/// <summary>
/// Mails of a runner that a worker has in hand, here or in another process. A mail that has not begun to leave is taken out of hand in the
/// transaction that forbids it; one that has is waited for, so that none leaves after the answer.
/// </summary>
public sealed class MailsInHand(KneeLoadDbContext db, WorkClaims claims)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until a mail is waited for no longer: two minutes, more than any attempt takes. [1]</summary>
    private const int MostLooks = 1200;

    /// <summary>Takes the mails that have not begun to leave out of hand, within the transaction that forbids them.</summary>
    /// <param name="runnerId">To whom.</param>
    /// <param name="ranks">Of which ranks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RecallAsync(Guid runnerId, IReadOnlyList<WorkRank> ranks, CancellationToken cancellationToken) =>
        Held(runnerId, ranks).Where(row => row.Progress == null || row.Progress == MailSending.NotBegun).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.HandedOver, (Instant?)null),
            cancellationToken);

    /// <summary>Waits, after that transaction, until those that had begun to leave are out of hand, or their process is dead.</summary>
    /// <param name="runnerId">To whom.</param>
    /// <param name="ranks">Of which ranks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(Guid runnerId, IReadOnlyList<WorkRank> ranks, CancellationToken cancellationToken)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var now = claims.Now;
            if (!await Held(runnerId, ranks).AnyAsync(row => row.Until > now, cancellationToken))
            {
                return;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private IQueryable<WorkItem> Held(Guid runnerId, IReadOnlyList<WorkRank> ranks) =>
        db.Work.Where(row => row.RunnerId == runnerId && ranks.Contains(row.Rank) && row.Owner != null);
}
