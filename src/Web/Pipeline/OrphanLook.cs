using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Deletes files that no row speaks of: what a crash left between writing a file and committing its row.</summary>
internal sealed partial class OrphanLook(
    KneeLoadDbContext db, RunnerWork work, OriginalStore store, DatabaseChoice database, ServiceStart start, ILogger<OrphanLook> logger) : ILook
{
    /// <summary>Where several processes share a folder, a file so old is no longer on its way in.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var before = database.Provider == DatabaseProvider.Sqlite ? start.Utc : start.Utc - Old;
        store.DeleteIncoming(before);
        var known = await db.Users.Select(runner => runner.Id).ToHashSetAsync(cancellationToken);
        var strangers = new HashSet<Guid>();
        foreach (var original in store.All().Where(original => original.Written < before))
        {
            if (!known.Contains(original.RunnerId))
            {
                // Not what a crash leaves: this is another database than the one that these files belong to.
                strangers.Add(original.RunnerId);
            }
            else if (!await db.Uploads.AnyAsync(upload => upload.RunnerId == original.RunnerId && upload.ContentHash == original.Hash, cancellationToken))
            {
                await OriginalRemoval.RunAsync(db, work, store, original.RunnerId, original.Hash, cancellationToken);
            }
        }

        if (strangers.Count > 0)
        {
            LogStrangers(strangers.Count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The data folder holds files of {Runners} runners whom the database does not know. They are left alone: is it the right database?")]
    private partial void LogStrangers(int runners);
}
