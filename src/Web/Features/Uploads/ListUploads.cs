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
        var sums = await db.Uploads.AsNoTracking()
            .Where(upload => upload.RunnerId == current.Id && batches.Contains(upload.BatchId))
            .GroupBy(upload => upload.BatchId)
            .Select(files => new
            {
                files.Key,
                Received = files.Min(upload => upload.Received),
                Total = files.Count(),
                Waiting = files.Count(upload => upload.State == UploadState.Received),
            })
            .ToDictionaryAsync(sum => sum.Key, cancellationToken);
        return new(batch, runner.Format(language), uploads.Waiting, [.. uploads.Files
            .GroupBy(file => file.Batch)
            .OrderByDescending(group => sums[group.Key].Received)
            .Select(group => new UploadsView.Batch(
                group.Key,
                sums[group.Key].Received,
                sums[group.Key].Total,
                sums[group.Key].Waiting,
                [.. group.Select(line => UploadedFile.Of(line, language))]))],
            await quota.UsedAsync(current.Id, cancellationToken),
            quota.Most);
    }
}
