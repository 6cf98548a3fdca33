using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Reads the latest uploads with what became of each file.</summary>
public sealed class ListUploads(KneeLoadDbContext db, CurrentRunner current, UploadStatus status, Quota quota, Language language)
{
    /// <summary>The latest uploads, or one batch alone.</summary>
    /// <returns>Null when the runner has no such batch.</returns>
    public async Task<UploadsView?> HandleAsync(Guid? batch, CancellationToken cancellationToken)
    {
        if (await status.ReadAsync(batch, cancellationToken) is not { } uploads)
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var batches = uploads.Files.Select(file => file.Batch).Distinct().ToList();
        var received = (await db.Uploads.AsNoTracking()
                .Where(upload => upload.RunnerId == current.Id && batches.Contains(upload.BatchId))
                .Select(upload => new { upload.BatchId, upload.Received })
                .ToListAsync(cancellationToken))
            .GroupBy(upload => upload.BatchId)
            .ToDictionary(group => group.Key, group => group.Min(upload => upload.Received));
        return new(batch, runner.Format(language), uploads.Waiting, [.. uploads.Files
            .GroupBy(file => file.Batch)
            .OrderByDescending(group => received[group.Key])
            .Select(group => new UploadsView.Batch(
                group.Key,
                received[group.Key],
                group.Count(line => line.State is UploadState.Received),
                [.. group.Select(line => UploadedFile.Of(line, language))]))],
            await quota.UsedAsync(current.Id, cancellationToken),
            quota.Most);
    }
}
