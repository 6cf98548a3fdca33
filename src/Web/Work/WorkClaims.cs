using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>
/// Takes work in hand, asks whether it still is, and ends it: each one statement, so that of several workers exactly one succeeds.
/// Claims go by the machine's own clock, whatever clock the runners' days go by.
/// </summary>
public sealed class WorkClaims(KneeLoadDbContext db, WorkHands hands, MachineTime machine)
{
    /// <summary>A claim holds for so long without a sign of its process.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(30);

    /// <summary>The moment now, by which claims run out.</summary>
    public Instant Now => machine.Now;

    /// <summary>Takes work in hand that is due and that nobody has.</summary>
    /// <returns>The row as it is now that nobody else can change it; null when somebody was faster.</returns>
    public async Task<WorkItem?> TakeAsync(string kind, Guid key, CancellationToken cancellationToken)
    {
        var now = Now;
        var (token, until, owner) = ((Guid?)Guid.NewGuid(), (Instant?)(now + Lease), (Guid?)hands.Process);
        var taken = await Of(kind, key).Where(row => row.Owner == null && !row.Failed && row.Due <= now).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, token)
                .SetProperty(row => row.Owner, owner)
                .SetProperty(row => row.Until, until)
                .SetProperty(row => row.HandedOver, row => row.HandedOver ?? now),
            cancellationToken);
        // What was read of it before is of yesterday: another may have had it in hand meanwhile.
        return taken == 1 ? await Of(kind, key).AsNoTracking().SingleOrDefaultAsync(row => row.Claim == token, cancellationToken) : null;
    }

    /// <summary>Makes sure, within a transaction, that nobody else has the work until that transaction ends.</summary>
    /// <exception cref="ClaimLostException">Somebody has.</exception>
    public async Task HoldAsync(WorkClaim claim, CancellationToken cancellationToken) =>
        Demand(await Held(claim).ExecuteUpdateAsync(set => set.SetProperty(row => row.Claim, row => row.Claim), cancellationToken));

    /// <summary>Notes, within a transaction, how far the work has come. What comes on is not what its process died of.</summary>
    /// <exception cref="ClaimLostException">Somebody else has the work.</exception>
    public async Task NoteAsync(WorkClaim claim, string progress, CancellationToken cancellationToken)
    {
        Demand(await Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Progress, progress).SetProperty(row => row.Alone, false).SetProperty(row => row.Deaths, 0), cancellationToken));
        hands.LetIn(claim);
    }

    /// <summary>
    /// Has the work go on as work of another kind about the same row, within the transaction that ends its part so far. Its tries stay counted.
    /// </summary>
    /// <exception cref="ClaimLostException">Somebody else has the work.</exception>
    public async Task GoOnAsAsync(WorkClaim claim, string kind, CancellationToken cancellationToken)
    {
        var now = Now;
        Demand(await Held(claim).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Kind, kind)
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.Due, now)
                .SetProperty(row => row.HandedOver, (Instant?)null)
                .SetProperty(row => row.Alone, false)
                .SetProperty(row => row.Deaths, 0),
            cancellationToken));
    }

    /// <summary>Ends the work within the transaction of its last change.</summary>
    /// <exception cref="ClaimLostException">Somebody else has the work.</exception>
    public async Task EndAsync(WorkClaim claim, CancellationToken cancellationToken) =>
        Demand(await Held(claim).ExecuteDeleteAsync(cancellationToken));

    /// <summary>Gives work back that was not ended, and says when it is due again.</summary>
    /// <returns>False when the work was ended, or somebody else has it.</returns>
    public async Task<bool> GiveBackAsync(WorkClaim claim, Instant due, string? reason, int tries, CancellationToken cancellationToken) =>
        await Held(claim).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.Due, due)
                .SetProperty(row => row.HandedOver, (Instant?)null)
                .SetProperty(row => row.Attempts, row => row.Attempts + tries)
                .SetProperty(row => row.Reason, row => reason ?? row.Reason),
            cancellationToken) == 1;

    /// <summary>Marks work as given up. It stays, with its reason, until somebody has it tried again.</summary>
    /// <exception cref="ClaimLostException">Somebody else has the work.</exception>
    public async Task FailAsync(WorkClaim claim, string reason, int tries, CancellationToken cancellationToken) =>
        Demand(await Held(claim).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.Failed, true)
                .SetProperty(row => row.Attempts, row => row.Attempts + tries)
                .SetProperty(row => row.Progress, (string?)null)
                .SetProperty(row => row.Reason, reason),
            cancellationToken));

    /// <summary>Extends a claim that a process has in hand: each by itself, since its own transaction may hold its row for a while.</summary>
    /// <returns>Until when it holds now; null when the process has lost it.</returns>
    public async Task<Instant?> ExtendAsync(Guid process, Guid token, CancellationToken cancellationToken)
    {
        var (owner, until) = ((Guid?)process, (Instant?)(Now + Lease));
        return await db.Work.Where(row => row.Owner == owner && row.Claim == token)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, until), cancellationToken) == 1 ? until : null;
    }

    /// <summary>
    /// Takes work back from processes that are dead: none of their claims was extended in time. A death counts against work that the
    /// process had alone in hand, and from the second one on as a try; other work is innocent until it is alone.
    /// </summary>
    /// <param name="all">True when every other process is known to be dead, as where a folder belongs to one process.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How much was taken back. [1]</returns>
    public async Task<int> TakeBackAsync(bool all, CancellationToken cancellationToken)
    {
        var taken = 0;
        var now = Now;
        // A clock that was set back has left claims that would run for years.
        var beyond = now + Lease + Lease;
        var me = (Guid?)hands.Process;
        var claimed = await db.Work.AsNoTracking().Where(row => row.Owner != null)
            .Select(row => new { row.Kind, row.Key, row.Owner, row.Until, row.Claim })
            .ToListAsync(cancellationToken);
        foreach (var held in claimed.GroupBy(row => row.Owner))
        {
            // What this process has in hand, it will extend once the database is back; what it could not give back is nobody's.
            var lost = held.Where(row => (row.Until < now || row.Until > beyond || (all && row.Owner != me)) && !hands.Has(row.Claim)).ToList();
            var isDead = held.Key != me && lost.Count == held.Count();
            var died = isDead && lost.Count == 1 ? 1 : 0;
            foreach (var row in lost)
            {
                taken += await TakeBackAsync(row.Kind, row.Key, row.Claim, isDead, died, cancellationToken);
            }
        }

        return taken;
    }

    private Task<int> TakeBackAsync(string kind, Guid key, Guid? token, bool isDead, int died, CancellationToken cancellationToken) =>
        Of(kind, key).Where(row => row.Claim == token).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.HandedOver, (Instant?)null)
                .SetProperty(row => row.Alone, row => row.Alone || isDead)
                .SetProperty(row => row.Attempts, row => row.Attempts + (row.Deaths > 0 ? died : 0))
                .SetProperty(row => row.Deaths, row => row.Deaths + died)
                .SetProperty(row => row.Reason, row => died > 0 ? "The process ended while it had this work alone in hand." : row.Reason),
            cancellationToken);

    private static void Demand(int rows)
    {
        if (rows != 1)
        {
            throw new ClaimLostException();
        }
    }

    private IQueryable<WorkItem> Of(string kind, Guid key) => db.Work.Where(row => row.Kind == kind && row.Key == key);

    private IQueryable<WorkItem> Held(WorkClaim claim) => Of(claim.Kind, claim.Key).Where(row => row.Claim == claim.Token);
}
