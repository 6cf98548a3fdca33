using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Identity.Letters;

/// <summary>Has letters about accounts written: one row each, the same for every address. Without a mail server there are none.</summary>
public sealed class AccountLetters(KneeLoadDbContext db, WorkBell bell, AccessSettings settings, MachineTime machine)
{
    /// <summary>Whether letters reach anybody.</summary>
    public bool AreSent => settings.SendsMail;

    /// <summary>Commits a letter to an account.</summary>
    public Task AddAsync(AccountLetterKind kind, Guid runnerId, CancellationToken cancellationToken) => CommitAsync(new(kind, runnerId, null), runnerId, cancellationToken);

    /// <summary>Commits a letter to an account about an address.</summary>
    public Task AddAsync(AccountLetterKind kind, Guid runnerId, string address, CancellationToken cancellationToken) => CommitAsync(new(kind, runnerId, address), runnerId, cancellationToken);

    /// <summary>Commits a letter to an address that may have no account.</summary>
    public Task AddAsync(AccountLetterKind kind, string address, CancellationToken cancellationToken) => CommitAsync(new(kind, null, address), null, cancellationToken);

    private async Task CommitAsync(AccountLetter letter, Guid? runnerId, CancellationToken cancellationToken)
    {
        if (!AreSent)
        {
            return;
        }

        db.Work.Add(WorkList.RowOf(WorkKind.AccountLetter, Guid.CreateVersion7(), runnerId, WorkRank.Letters, machine.Now, letter.Write()));
        await db.SaveChangesAsync(cancellationToken);
        bell.Ring(runnerId);
    }
}
