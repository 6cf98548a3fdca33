using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>Hands uploads to the engine, fairly: who has much waiting waits behind who has little.</summary>
public sealed class UploadQueue(KneeLoadDbContext db, JobQueue jobs)
{
    private const int Highest = 10;
    private const int FilesAStep = 10;

    /// <summary>Has an upload worked on now.</summary>
    public async Task EnqueueAsync(Guid uploadId, Guid runnerId, CancellationToken cancellationToken)
    {
        var waiting = await db.Uploads.CountAsync(upload => upload.RunnerId == runnerId && upload.State == UploadState.Received, cancellationToken);
        await jobs.EnqueueAsync<UploadJob>(uploadId, Math.Max(1, Highest - (waiting / FilesAStep)), cancellationToken);
    }
}
