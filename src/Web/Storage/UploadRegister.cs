using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>Writes down what was handed over: once this returns, the file and its row survive a power cut.</summary>
public sealed class UploadRegister(KneeLoadDbContext db, RunnerWork work, OriginalStore store, Quota quota, IClock clock)
{
    /// <summary>Keeps a file and commits its row. The same bytes of one runner are worked on once; a file that failed before gets another try.</summary>
    /// <exception cref="IOException">The file could not be made durable; no row was written.</exception>
    /// <exception cref="QuotaFullException">The runner has no room left for it; no row was written.</exception>
    public Task<Upload> RegisterAsync(Guid runnerId, Guid batchId, string fileName, IncomingFile file, CancellationToken cancellationToken) =>
        RegisterAsync(runnerId, batchId, fileName, file, byHand: false, cancellationToken);

    /// <summary>Keeps a file and commits its row, as one that was uploaded or as that of a run added by hand.</summary>
    /// <exception cref="IOException">The file could not be made durable; no row was written.</exception>
    /// <exception cref="QuotaFullException">The runner has no room left for it; no row was written.</exception>
    public async Task<Upload> RegisterAsync(Guid runnerId, Guid batchId, string fileName, IncomingFile file, bool byHand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(),
            RunnerId = runnerId,
            BatchId = batchId,
            FileName = fileName,
            ByHand = byHand,
            ContentHash = file.Hash,
            Bytes = file.Bytes,
        };
        return await work.DoAsync(runnerId, runner => RegisterAsync(runner, upload, file, cancellationToken), cancellationToken)
            ?? throw new InvalidOperationException("There is no such runner.");
    }

    private async Task<Upload?> RegisterAsync(Runner runner, Upload upload, IncomingFile file, CancellationToken cancellationToken)
    {
        upload.Received = clock.GetCurrentInstant();
        (upload.State, upload.DuplicateOfId, upload.Finished) = (UploadState.Received, null, null);
        var same = db.Uploads.Where(other => other.RunnerId == upload.RunnerId && other.ContentHash == file.Hash);
        var first = await same.Where(other => other.DuplicateOfId == null).Select(other => new { other.Id, other.State }).SingleOrDefaultAsync(cancellationToken);
        var isRetry = first is { State: UploadState.Rejected or UploadState.Failed };
        if (isRetry)
        {
            await same.ExecuteUpdateAsync(set => set.SetProperty(other => other.DuplicateOfId, upload.Id), cancellationToken);
        }

        if (first is null && !upload.ByHand && !await quota.HasRoomAsync(upload.RunnerId, upload.Bytes, cancellationToken))
        {
            throw new QuotaFullException();
        }

        if (first is not null && !isRetry)
        {
            upload.State = UploadState.Duplicate;
            upload.DuplicateOfId = first.Id;
            upload.Finished = upload.Received;
        }
        else if (!runner.Processing.Stores)
        {
            upload.State = UploadState.Kept;
            upload.Finished = upload.Received;
        }

        db.Uploads.Add(upload);
        if (upload.State == UploadState.Received)
        {
            var now = WorkClaims.Now;
            var item = WorkList.RowOf(WorkKind.Import, upload.Id, upload.RunnerId, upload.ImportRank, now);
            // A run by hand is read at once by whoever adds it; the engine takes it up only if that comes to nothing.
            item.HandedOver = upload.ByHand ? now : null;
            db.Work.Add(item);
        }

        await db.SaveChangesAsync(cancellationToken);
        // Between the row and its commit, so that a row never lacks its file, and a file without a row is an orphan that the sweep knows.
        store.Keep(upload.RunnerId, file);
        return upload;
    }
}
