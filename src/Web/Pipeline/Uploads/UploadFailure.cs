using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Gives an upload up, as a whole, and has one tried again that was given up.</summary>
public sealed class UploadFailure(KneeLoadDbContext db, RunnerWork work, WorkList list, WorkBell bell, Recomputation recomputation, IClock clock)
{
    /// <summary>Has a runner's upload that was given up, or cancelled, tried again from its beginning.</summary>
    /// <returns>False when the runner has no such upload.</returns>
    public async Task<bool> TryAgainAsync(Guid runnerId, Guid uploadId, CancellationToken cancellationToken)
    {
        var isWaiting = await work.DoAsync(runnerId, _ => WaitAgainAsync(runnerId, uploadId, cancellationToken), cancellationToken);
        bell.Ring(runnerId);
        return isWaiting;
    }

    /// <summary>Has all uploads of a batch tried again that were given up, or cancelled.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> TryBatchAgainAsync(Guid runnerId, Guid batchId, CancellationToken cancellationToken)
    {
        var ended = await db.Uploads
            .Where(upload => upload.RunnerId == runnerId && upload.BatchId == batchId && upload.DuplicateOfId == null
                && (upload.State == UploadState.Failed || (upload.State == UploadState.Done && upload.Reason != null)))
            .Select(upload => upload.Id)
            .ToListAsync(cancellationToken);
        var isWaiting = false;
        foreach (var upload in ended)
        {
            isWaiting |= await TryAgainAsync(runnerId, upload, cancellationToken);
        }

        return isWaiting;
    }

    /// <summary>Takes back what an upload's tries have left. The caller is inside of <see cref="RunnerWork"/>.</summary>
    internal async Task GiveUpAsync(Guid runnerId, Guid uploadId, CancellationToken cancellationToken)
    {
        var runs = db.AllRuns.Where(run => run.UploadId == uploadId);
        var spans = await runs.Select(run => new { run.Start, run.End }).ToListAsync(cancellationToken);
        await runs.ExecuteDeleteAsync(cancellationToken);
        await db.RunlessFiles.Where(row => row.UploadId == uploadId).ExecuteDeleteAsync(cancellationToken);
        if (spans.Count > 0)
        {
            await recomputation.RunAsync(
                await db.ReadRunnerAsync(runnerId, cancellationToken), new(spans.Min(run => run.Start), spans.Max(run => run.End)), cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        await db.Uploads.Where(upload => upload.Id == uploadId).ExecuteUpdateAsync(
            set => set
                .SetProperty(upload => upload.State, UploadState.Failed)
                .SetProperty(upload => upload.Finished, now)
                .SetProperty(upload => upload.Reason, (string?)null),
            cancellationToken);
    }

    private async Task<bool> WaitAgainAsync(Guid runnerId, Guid uploadId, CancellationToken cancellationToken)
    {
        var failed = await db.Uploads
            .AsNoTracking()
            .SingleOrDefaultAsync(
                upload => upload.Id == uploadId && upload.RunnerId == runnerId && upload.DuplicateOfId == null
                    && (upload.State == UploadState.Failed || upload.State == UploadState.Done),
                cancellationToken);
        if (failed is null || (failed.State == UploadState.Done && StoredRemarks.ReadReport(failed.Reason)?.IsCancelled != true))
        {
            return false;
        }

        await db.Uploads.Where(upload => upload.Id == uploadId).ExecuteUpdateAsync(
            set => set.SetProperty(upload => upload.State, UploadState.Received)
                .SetProperty(upload => upload.Finished, (Instant?)null)
                .SetProperty(upload => upload.Reason, (string?)null),
            cancellationToken);
        await db.Work.Where(row => row.Key == uploadId && row.RunnerId == runnerId && row.Failed).ExecuteDeleteAsync(cancellationToken);
        await list.AddAsync(WorkKind.Import, uploadId, runnerId, failed.ImportRank, cancellationToken);
        return true;
    }
}
