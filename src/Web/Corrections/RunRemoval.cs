using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>
/// Deletes for good what a runner deleted. A file goes with the last of its activities; of an archive that others came from stays the
/// file, and the word that this one of its activities is deleted, so that reading it again does not bring it back.
/// </summary>
public sealed class RunRemoval(KneeLoadDbContext db, RunnerWork work, OriginalStore store, IClock clock)
{
    /// <summary>Deletes all deleted activities of a runner for good, or those alone that were deleted long ago.</summary>
    /// <returns>How many. [1]</returns>
    public async Task<int> RunAsync(Guid runnerId, bool isOldAlone, CancellationToken cancellationToken)
    {
        var before = isOldAlone ? clock.GetCurrentInstant() - Retention.DeletedRuns : Instant.MaxValue;
        var (gone, hashes) = (0, new List<string>());
        await work.DoAsync(
            runnerId,
            async _ =>
            {
                (gone, hashes) = await DeleteAsync(runnerId, before, cancellationToken);
                return gone > 0;
            },
            cancellationToken);
        foreach (var hash in hashes)
        {
            await OriginalRemoval.RunAsync(db, work, store, runnerId, hash, cancellationToken);
        }

        if (gone > 0)
        {
            await WriteAheadLog.EmptyAsync(db, cancellationToken);
        }

        return gone;
    }

    private async Task<(int Gone, List<string> Hashes)> DeleteAsync(Guid runnerId, Instant before, CancellationToken cancellationToken)
    {
        var told = db.RunCorrections.Where(row => row.RunnerId == runnerId && row.Kind == CorrectionKind.Deleted && row.Told < before);
        var runs = await db.AllRuns
            .Where(run => run.RunnerId == runnerId && run.Deleted && told.Any(row => row.RunId == run.Id))
            .Select(run => new { run.Id, run.UploadId })
            .ToListAsync(cancellationToken);
        var (ids, uploads) = (runs.ConvertAll(run => run.Id), runs.Select(run => run.UploadId).Distinct().ToList());
        await db.AllRuns.Where(run => ids.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.RenewedRuns.Where(row => row.RunnerId == runnerId && ids.Contains(row.RunId)).ExecuteDeleteAsync(cancellationToken);
        await db.RunCorrections
            .Where(row => row.RunnerId == runnerId && ids.Contains(row.RunId) && row.Kind != CorrectionKind.Deleted)
            .ExecuteDeleteAsync(cancellationToken);
        // Uploads that have work may yet bring others.
        var empty = await db.Uploads
            .Where(upload => uploads.Contains(upload.Id)
                && !db.AllRuns.Any(run => run.UploadId == upload.Id)
                && !db.Work.Any(row => row.RunnerId == runnerId && row.Key == upload.Id))
            .Select(upload => new { upload.Id, upload.ContentHash }).ToListAsync(cancellationToken);
        var emptied = empty.ConvertAll(upload => upload.Id);
        var last = runs.Where(run => emptied.Contains(run.UploadId)).Select(run => run.Id).ToList();
        await db.RunCorrections.Where(row => row.RunnerId == runnerId && last.Contains(row.RunId)).ExecuteDeleteAsync(cancellationToken);
        await db.Uploads
            .Where(upload => upload.RunnerId == runnerId && (emptied.Contains(upload.Id) || emptied.Contains(upload.DuplicateOfId ?? Guid.Empty)))
            .ExecuteDeleteAsync(cancellationToken);
        return (runs.Count, empty.ConvertAll(upload => upload.ContentHash));
    }
}

/// <summary>Deletes for good what was deleted long enough ago.</summary>
internal sealed class RunRemovalLook(KneeLoadDbContext db, RunRemoval removal, IClock clock) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - Retention.DeletedRuns;
        var runners = await db.RunCorrections
            .Where(row => row.Kind == CorrectionKind.Deleted && row.Told < before)
            .Select(row => row.RunnerId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var runnerId in runners)
        {
            await removal.RunAsync(runnerId, isOldAlone: true, cancellationToken);
        }
    }
}
