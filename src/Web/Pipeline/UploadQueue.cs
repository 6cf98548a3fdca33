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
        foreach (var upload in await NextAsync(runnerId, cancellationToken))
        {
            await jobs.EnqueueAsync<UploadJob>(upload.Id, isLong: upload.IsRenewal || upload.Bytes > LargestShort, cancellationToken);
        }
    }

    /// <summary>The uploads of a runner that are worked on next, in order.</summary>
    internal async Task<IReadOnlyList<WaitingUpload>> NextAsync(Guid runnerId, CancellationToken cancellationToken) =>
        // A file that was read before, and is read again for a new version of the model, waits behind every file that is new.
        // What was tried already is in the engine, waiting out its pause: it does not hold up what is new.
        await db.Uploads.AsNoTracking()
            .Where(upload => upload.RunnerId == runnerId && upload.State == UploadState.Received)
            .OrderBy(upload => upload.Finished != null).ThenBy(upload => upload.Attempts).ThenBy(upload => upload.Received).ThenBy(upload => upload.Id)
            .Select(upload => new WaitingUpload(upload.Id, upload.Bytes, upload.Finished != null))
            .Take(Window)
            .ToListAsync(cancellationToken);

    /// <summary>An upload that waits.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Bytes">Its size. [bytes]</param>
    /// <param name="IsRenewal">True when it was read before and is read again for a new version of the model.</param>
    internal sealed record WaitingUpload(Guid Id, long Bytes, bool IsRenewal);
}
