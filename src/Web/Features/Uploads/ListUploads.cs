using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Reads the batches of a runner, a line each, a page at a time.</summary>
public sealed class ListUploads(
    KneeLoadDbContext db, CurrentRunner current, UploadStatus status, BatchCounting counting, Quota quota, Language language)
{
    private const int OnPage = 50;

    /// <summary>A page of batches, newest first.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<UploadsView> HandleAsync(int page, CancellationToken cancellationToken)
    {
        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == current.Id);
        var waiting = await uploads.CountAsync(upload => upload.State == UploadState.Received, cancellationToken);
        var batches = await uploads.Select(upload => upload.BatchId).Distinct().CountAsync(cancellationToken);
        var pages = Math.Max(1, (batches + OnPage - 1) / OnPage);
        var shown = Math.Clamp(page, 1, pages);
        var ids = await uploads
            .GroupBy(upload => upload.BatchId)
            .OrderByDescending(batch => batch.Min(upload => upload.Received)).ThenByDescending(batch => batch.Key)
            .Skip((shown - 1) * OnPage).Take(OnPage)
            .Select(batch => batch.Key)
            .ToListAsync(cancellationToken);
        var counts = await counting.ReadAsync(ids, cancellationToken);
        var alone = counts.Values.Where(batch => batch.Files == 1).Select(batch => batch.Id).ToList();
        var rows = await uploads.Where(upload => alone.Contains(upload.BatchId)).ToListAsync(cancellationToken);
        var only = (await status.LinesAsync(rows, cancellationToken)).ToDictionary(line => line.Batch, line => UploadedFile.Of(line, language));
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return new(
            runner.Format(language),
            waiting,
            [.. ids.Where(counts.ContainsKey).Select(id => new UploadsView.Batch(counts[id], only.GetValueOrDefault(id)))],
            shown,
            pages,
            await quota.UsedAsync(current.Id, cancellationToken),
            quota.Most);
    }
}
