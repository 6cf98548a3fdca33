using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>Writes down what was handed over: once this returns, the file and its row survive a power cut.</summary>
public sealed class UploadRegister(KneeLoadDbContext db, RunnerWork work, OriginalStore store, Quota quota, IClock clock, MachineTime machine)
{
    /// <summary>Keeps a file and commits its row. The same bytes of one runner are worked on once; a file that failed before gets another try.</summary>
    /// <exception cref="IOException">The file could not be made durable; no row was written.</exception>
    /// <exception cref="QuotaFullException">The runner has no room left for it; no row was written.</exception>
    public Task<Upload> RegisterAsync(Guid runnerId, Guid batchId, string fileName, IncomingFile file, CancellationToken cancellationToken) =>
        RegisterAsync(runnerId, batchId, fileName, file, UploadOrigin.Sent, cancellationToken);

    /// <summary>Keeps a file and commits its row, as its origin asks for.</summary>
    /// <exception cref="IOException">The file could not be made durable; no row was written.</exception>
    /// <exception cref="QuotaFullException">The runner has no room left for it; no row was written.</exception>
    public async Task<Upload> RegisterAsync(
        Guid runnerId, Guid batchId, string fileName, IncomingFile file, UploadOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(origin);
        var upload = new Upload
        {
            Id = origin.Partial ?? Guid.CreateVersion7(),
            RunnerId = runnerId,
            BatchId = batchId,
            FileName = fileName,
            ByHand = origin.ByHand,
            ContentHash = file.Hash,
            Bytes = file.Bytes,
        };
        return await work.DoAsync(runnerId, runner => RegisterAsync(runner, upload, file, origin, cancellationToken), cancellationToken)
            ?? throw new AccountGoneException();
    }

    private async Task<Upload?> RegisterAsync(Runner runner, Upload upload, IncomingFile file, UploadOrigin origin, CancellationToken cancellationToken)
    {
        var moment = clock.GetCurrentInstant();
        upload.Received = origin.Received ?? moment;
        (upload.State, upload.DuplicateOfId, upload.Finished) = (UploadState.Received, null, null);
        if (origin.Partial is { } key && await db.Uploads.AsNoTracking().SingleOrDefaultAsync(other => other.Id == key, cancellationToken) is { } taken)
        {
            return taken;
        }

        var same = db.Uploads.Where(other => other.RunnerId == upload.RunnerId && other.ContentHash == file.Hash);
        var first = await same.Where(other => other.DuplicateOfId == null)
            .Select(other => new { other.Id, other.State })
            .SingleOrDefaultAsync(cancellationToken);
        if (origin.MayComeAgain && await OfTheSameSendingAsync(same, upload, cancellationToken) is { } there)
        {
            return there;
        }

        var isRetry = first is { State: UploadState.Rejected or UploadState.Failed };
        if (isRetry)
        {
            await same.ExecuteUpdateAsync(set => set.SetProperty(other => other.DuplicateOfId, upload.Id), cancellationToken);
        }

        if (first is null && !upload.ByHand && !await quota.HasRoomAsync(upload.RunnerId, upload.Bytes, origin.Partial, cancellationToken))
        {
            throw new QuotaFullException();
        }

        if (first is not null && !isRetry)
        {
            upload.State = UploadState.Duplicate;
            upload.DuplicateOfId = first.Id;
            upload.Finished = moment;
        }
        else if (!runner.Processing.Stores)
        {
            upload.State = UploadState.Kept;
            upload.Finished = moment;
        }

        db.Uploads.Add(upload);
        if (upload.State == UploadState.Received)
        {
            var now = machine.Now;
            var item = WorkList.RowOf(WorkKind.Import, upload.Id, upload.RunnerId, upload.ImportRank, now);
            // What is read at once by whoever adds it, the engine takes up only if that comes to nothing.
            item.HandedOver = origin.IsReadAtOnce ? now : null;
            db.Work.Add(item);
        }

        await db.SaveChangesAsync(cancellationToken);
        // Between the row and its commit, so that a row never lacks its file, and a file without a row is an orphan that the sweep knows.
        store.Keep(upload.RunnerId, file);
        return upload;
    }

    // A request went on where another was cut: the very same file has its row.
    private static Task<Upload?> OfTheSameSendingAsync(IQueryable<Upload> same, Upload upload, CancellationToken cancellationToken) =>
        same.AsNoTracking()
            .Where(other => other.BatchId == upload.BatchId && other.FileName == upload.FileName)
            .OrderBy(other => other.Received)
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>The origin of a file.</summary>
/// <param name="ByHand">True for the file of a run that the runner added by hand.</param>
/// <param name="Received">When it was first handed over, by an earlier installation; null for now.</param>
/// <param name="IsReadAtOnce">True where the caller reads it, and not the job engine.</param>
public sealed record UploadOrigin(bool ByHand, Instant? Received, bool IsReadAtOnce)
{
    /// <summary>True where a file that was cut off comes again, under its name and in its batch, and is the same file then.</summary>
    public bool MayComeAgain { get; init; }

    /// <summary>The key of the file that came in pieces, which its upload has too; null for any other.</summary>
    public Guid? Partial { get; init; }

    /// <summary>A file that was sent.</summary>
    public static UploadOrigin Sent { get; } = new(ByHand: false, Received: null, IsReadAtOnce: false);

    /// <summary>The file of a run that was added by hand.</summary>
    public static UploadOrigin TypedIn { get; } = new(ByHand: true, Received: null, IsReadAtOnce: true);
}

/// <summary>Says that the account of a request was erased while it was under way.</summary>
public sealed class AccountGoneException() : Exception("The account was erased.");
