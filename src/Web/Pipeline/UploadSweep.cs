using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Hands over every upload that waits without a job, whatever became of the first one.</summary>
internal sealed class UploadSweep(KneeLoadDbContext db, UploadQueue queue) : ISweep
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Looked at in one sweep; the rest follows as these are done. [1]</summary>
    private const int Most = 500;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Uploads.AsNoTracking()
            .Where(upload => upload.State == UploadState.Received)
            .OrderBy(upload => upload.Received)
            .Select(upload => new { upload.Id, upload.RunnerId })
            .Take(Most)
            .ToListAsync(cancellationToken);
        foreach (var upload in waiting)
        {
            await queue.EnqueueAsync(upload.Id, upload.RunnerId, cancellationToken);
        }
    }
}
