using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline;

/// <summary>
/// Hands uploads to the engine a few at a time of each runner, the next ones as these end. The engine goes by age alone:
/// so one file of one runner never waits behind ten thousand of another.
/// </summary>
public sealed class UploadQueue(KneeLoadDbContext db, JobQueue jobs)
{
    /// <summary>Of one runner in the engine at once; enough to keep every worker busy. [1]</summary>
    private static readonly int Window = 2 * Environment.ProcessorCount;

    /// <summary>Longer than any watch's file of a day: an archive, which may hold thousands. [bytes]</summary>
    private const long LargestShort = 8 << 20;

    /// <summary>Has the runner's next uploads worked on. Called when some came, and when one is done.</summary>
    public async Task HandOverAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        // What was tried already is in the engine, waiting out its pause: it does not hold up what is new.
        var next = await db.Uploads.AsNoTracking()
            .Where(upload => upload.RunnerId == runnerId && upload.State == UploadState.Received)
            .OrderBy(upload => upload.Attempts).ThenBy(upload => upload.Received).ThenBy(upload => upload.Id)
            .Select(upload => new { upload.Id, upload.Bytes })
            .Take(Window)
            .ToListAsync(cancellationToken);
        foreach (var upload in next)
        {
            await jobs.EnqueueAsync<UploadJob>(upload.Id, upload.Bytes > LargestShort, cancellationToken);
        }
    }
}
