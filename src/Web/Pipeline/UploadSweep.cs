using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Hands over uploads that wait without a job, whatever became of the first one.</summary>
internal sealed class UploadSweep(KneeLoadDbContext db, UploadQueue queue) : ISweep
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var runners = await db.Uploads.Where(upload => upload.State == UploadState.Received)
            .Select(upload => upload.RunnerId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var runnerId in runners)
        {
            await queue.HandOverAsync(runnerId, cancellationToken);
        }
    }
}
