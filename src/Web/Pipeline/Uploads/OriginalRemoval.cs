using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Deletes an original that no upload needs any more.</summary>
internal static class OriginalRemoval
{
    /// <summary>Looks once more under the runner's lock, so that the same bytes arriving now are not lost.</summary>
    /// <returns>False when an upload needs it.</returns>
    public static Task<bool> RunAsync(
        KneeLoadDbContext db, RunnerWork work, OriginalStore store, Guid runnerId, string hash, CancellationToken cancellationToken) => work.DoAsync(
        runnerId,
        async runner =>
        {
            if (await db.Uploads.Where(Upload.IsKept).AnyAsync(upload => upload.RunnerId == runner.Id && upload.ContentHash == hash, cancellationToken))
            {
                return false;
            }

            store.Delete(runner.Id, hash);
            return true;
        },
        cancellationToken);
}
