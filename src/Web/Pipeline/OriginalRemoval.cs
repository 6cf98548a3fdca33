using KneeLoad.Web.Data;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Deletes an original that no upload needs any more.</summary>
internal static class OriginalRemoval
{
    /// <summary>Looks once more under the runner's lock, so that the same bytes arriving now are not lost.</summary>
    public static async Task RunAsync(KneeLoadDbContext db, OriginalStore store, Guid runnerId, string hash, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunnerLock.TakeAsync(db, runnerId, cancellationToken);
        if (!await db.Uploads.AnyAsync(upload => upload.RunnerId == runnerId && upload.ContentHash == hash, cancellationToken))
        {
            store.Delete(runnerId, hash);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
