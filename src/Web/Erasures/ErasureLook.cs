using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Erasures;

/// <summary>Brings erasures to their end that were broken off, and empties the log in which deleted rows stand.</summary>
internal sealed class ErasureLook(KneeLoadDbContext db, AccountErasure erasure) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await erasure.EraseRestoredAsync(cancellationToken);
        await WriteAheadLog.EmptyAsync(db, cancellationToken);
    }
}
