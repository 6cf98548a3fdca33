using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Corrections;

/// <summary>Takes a batch back as if it had never been sent: its uploads, their runs, their files, and what followed from them.</summary>
public sealed class BatchUndo(KneeLoadDbContext db, RunnerWork work, WorkList list, OriginalStore store, Recomputation recomputation, WorkBell bell)
{
    /// <summary>Undoes a batch of a runner, waiting or done.</summary>
    /// <returns>How many uploads went; 0 when the runner has no such batch.</returns>
    public async Task<int> RunAsync(Guid runnerId, Guid batchId, CancellationToken cancellationToken)
    {
        var gone = await work.DoAsync(
            runnerId,
            runner => DeleteAsync(runner, db.Uploads.Where(upload => upload.RunnerId == runnerId && upload.BatchId == batchId), cancellationToken),
            cancellationToken);
        if (gone is null)
        {
            return 0;
        }

        await LetGoAsync(runnerId, gone, cancellationToken);
        return gone.Count;
    }

    /// <summary>Ends the reading of what still waits: archives keep the runs that were read of them, and files that none was read of are undone.</summary>
    /// <returns>False when nothing of the batch waits to be read.</returns>
    public async Task<bool> CancelAsync(Guid runnerId, Guid batchId, CancellationToken cancellationToken)
    {
        var gone = await work.DoAsync(runnerId, runner => CancelAsync(runner, batchId, cancellationToken), cancellationToken);
        if (gone is null)
        {
            return false;
        }

        await LetGoAsync(runnerId, gone, cancellationToken);
        return true;
    }

    private async Task LetGoAsync(Guid runnerId, List<Upload> gone, CancellationToken cancellationToken)
    {
        foreach (var hash in gone.Select(upload => upload.ContentHash).Distinct(StringComparer.Ordinal))
        {
            await OriginalRemoval.RunAsync(db, work, store, runnerId, hash, cancellationToken);
        }

        await WriteAheadLog.EmptyAsync(db, cancellationToken);
        bell.Ring(runnerId);
    }

    /// <returns>The uploads that went; null when nothing waits.</returns>
    private async Task<List<Upload>?> CancelAsync(Runner runner, Guid batchId, CancellationToken cancellationToken)
    {
        var imports = await (
            from upload in db.Uploads.AsNoTracking()
            join item in db.Work on upload.Id equals item.Key
            where upload.RunnerId == runner.Id && upload.BatchId == batchId && item.Kind == WorkKind.Import
            select new { Upload = upload, item.Progress }).ToListAsync(cancellationToken);
        var unread = new List<Guid>();
        foreach (var import in imports)
        {
            if (ImportProgress.Of(import.Progress) is { HasRuns: true } progress)
            {
                await ImportEnd.RunAsync(db, list, import.Upload, progress, cancellationToken);
            }
            else
            {
                unread.Add(import.Upload.Id);
            }
        }

        var gone = await DeleteAsync(runner, db.Uploads.Where(upload => upload.RunnerId == runner.Id && unread.Contains(upload.Id)), cancellationToken);
        return gone ?? (imports.Count > 0 ? [] : null);
    }

    /// <returns>The uploads that went; null when there is none.</returns>
    private async Task<List<Upload>?> DeleteAsync(Runner runner, IQueryable<Upload> batch, CancellationToken cancellationToken)
    {
        var gone = await batch.AsNoTracking().ToListAsync(cancellationToken);
        if (gone.Count == 0)
        {
            return null;
        }

        var runs = db.AllRuns.Where(run => run.RunnerId == runner.Id && batch.Any(upload => upload.Id == run.UploadId));
        var spans = await runs.Select(run => new { run.Start, run.End }).ToListAsync(cancellationToken);
        await db.RunCorrections.Where(told => told.RunnerId == runner.Id && runs.Any(run => run.Id == told.RunId)).ExecuteDeleteAsync(cancellationToken);
        await db.RenewedRuns.Where(renewed => renewed.RunnerId == runner.Id && runs.Any(run => run.Id == renewed.RunId)).ExecuteDeleteAsync(cancellationToken);
        await runs.ExecuteDeleteAsync(cancellationToken);
        await db.Work.Where(row => row.RunnerId == runner.Id && batch.Any(upload => upload.Id == row.Key)).ExecuteDeleteAsync(cancellationToken);
        await batch.ExecuteDeleteAsync(cancellationToken);
        await PromoteAsync(runner.Id, gone, cancellationToken);
        if (spans.Count > 0)
        {
            await ShownAssessments.ForgetAsync(db, runner.Id, spans.Min(run => run.Start), cancellationToken);
            await recomputation.RunAsync(runner, new(spans.Min(run => run.Start), spans.Max(run => run.End)), cancellationToken);
        }

        return gone;
    }

    // The same bytes may have come again in a later batch, which stays: it is worked on as if it had been the first.
    private async Task PromoteAsync(Guid runnerId, List<Upload> gone, CancellationToken cancellationToken)
    {
        foreach (var first in gone.Where(upload => upload.DuplicateOfId is null))
        {
            // A file that was rejected is not kept: the word on it passes to the next.
            var isRejected = first.State == UploadState.Rejected;
            var same = db.Uploads.Where(upload => upload.RunnerId == runnerId && upload.ContentHash == first.ContentHash);
            var heir = await same.AsNoTracking().OrderBy(upload => upload.Received).ThenBy(upload => upload.Id).FirstOrDefaultAsync(cancellationToken);
            if (heir is null)
            {
                continue;
            }

            await same.Where(upload => upload.Id != heir.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.DuplicateOfId, heir.Id), cancellationToken);
            await same.Where(upload => upload.Id == heir.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(upload => upload.State, isRejected ? UploadState.Rejected : UploadState.Received)
                    .SetProperty(upload => upload.DuplicateOfId, (Guid?)null)
                    .SetProperty(upload => upload.Reason, isRejected ? first.Reason : null),
                cancellationToken);
            if (!isRejected)
            {
                await list.AddAsync(WorkKind.Import, heir.Id, runnerId, heir.ImportRank, cancellationToken);
            }
        }
    }
}
