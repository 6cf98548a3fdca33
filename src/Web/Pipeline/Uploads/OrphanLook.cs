using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>
/// Deletes files that no row speaks of, and files that were rejected: what a crash left between a file and the commit of its row. Files of
/// which a part has come are let go when their time is over.
/// </summary>
internal sealed partial class OrphanLook(
    KneeLoadDbContext db,
    RunnerWork work,
    OriginalStore store,
    PartialUploads partials,
    DatabaseChoice database,
    ServiceStart start,
    ILogger<OrphanLook> logger) : ILook
{
    /// <summary>The age from which a file is no longer on its way in, where several processes share a folder.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <summary>Runners whose files are held against their rows together. [1]</summary>
    private const int Together = 50;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var before = database.Provider == DatabaseProvider.Sqlite ? start.Utc : start.Utc - Old;
        store.DeleteIncoming(before);
        partials.Sweep();
        var strangers = 0;
        foreach (var runners in store.Runners().Chunk(Together))
        {
            var known = await db.Users.Where(runner => runners.Contains(runner.Id)).Select(runner => runner.Id).ToHashSetAsync(cancellationToken);
            var needed = (await db.Uploads
                .Where(Upload.IsKept)
                .Where(upload => runners.Contains(upload.RunnerId))
                .Select(upload => new { upload.RunnerId, upload.ContentHash })
                .ToListAsync(cancellationToken))
                .ToLookup(upload => upload.RunnerId, upload => upload.ContentHash);
            foreach (var runnerId in runners)
            {
                var old = store.All(runnerId).Where(original => original.Written < before).ToList();
                // Files of nobody are not what a crash leaves: this is another database than the one that they belong to.
                strangers += old.Count > 0 && !known.Contains(runnerId) ? 1 : 0;
                foreach (var hash in known.Contains(runnerId) ? old.Select(original => original.Hash).Except(needed[runnerId], StringComparer.Ordinal) : [])
                {
                    await OriginalRemoval.RunAsync(db, work, store, runnerId, hash, cancellationToken);
                }
            }
        }

        if (strangers > 0)
        {
            LogStrangers(strangers);
        }
    }

    [LoggerMessage(
        LogLevel.Warning, "The data folder holds files of {Runners} runners whom the database does not know. They are left alone: is it the right database?")]
    private partial void LogStrangers(int runners);
}
