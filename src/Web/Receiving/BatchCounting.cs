using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Receiving;

/// <summary>Counts what became of batches, by four statements for however many.</summary>
public sealed class BatchCounting(KneeLoadDbContext db, CurrentRunner current)
{
    /// <summary>The counts of batches of the runner; those that the runner does not have are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, BatchCounts>> ReadAsync(IReadOnlyList<Guid> batches, CancellationToken cancellationToken)
    {
        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == current.Id && batches.Contains(upload.BatchId));
        var files = await uploads.GroupBy(upload => upload.BatchId)
            .Select(group => new
            {
                group.Key,
                Received = group.Min(upload => upload.Received),
                All = group.Count(),
                Waiting = group.Count(upload => upload.State == UploadState.Received),
                Failed = group.Count(upload => upload.State == UploadState.Failed),
                Kept = group.Count(upload => upload.State == UploadState.Kept),
                Same = group.Count(upload => upload.State == UploadState.Duplicate),
                Rejected = group.Count(upload => upload.State == UploadState.Rejected),
            })
            .ToListAsync(cancellationToken);
        var own = db.Runs.Where(run => run.RunnerId == current.Id);
        var runs = await uploads
            .Join(own, upload => upload.Id, run => run.UploadId, (upload, run) => new { upload.BatchId, Run = run })
            .GroupBy(pair => pair.BatchId, pair => pair.Run)
            .Select(group => new
            {
                group.Key,
                Runs = group.Count(run => run.IsRun && run.DuplicateOfId == null),
                Repeats = group.Count(run => run.DuplicateOfId != null),
                All = group.Count(),
            })
            .ToDictionaryAsync(group => group.Key, cancellationToken);
        var ended = await uploads.Where(upload => upload.State == UploadState.Done && upload.Reason != null)
            .Select(upload => new { upload.BatchId, upload.Reason })
            .ToListAsync(cancellationToken);
        var begun = await (
            from upload in uploads
            join item in db.Work on upload.Id equals item.Key
            where upload.State == UploadState.Received && item.Progress != null
                && (item.Kind == WorkKind.Import || item.Kind == WorkKind.WeeklyLoad)
            select new { upload.BatchId, item.Kind, item.Progress }).ToListAsync(cancellationToken);
        var reading = begun.Select(item => (item.BatchId, Progress: ReadProgress.Of(item.Kind, item.Progress))).ToLookup(item => item.BatchId);
        var reports = ended.Select(upload => (upload.BatchId, Report: StoredRemarks.ReadReport(upload.Reason)))
            .Concat(reading.SelectMany(batch => batch.Select(item => (item.BatchId, item.Progress.Report))))
            .ToLookup(item => item.BatchId, item => item.Report ?? UploadReport.Nothing);
        return files.Select(batch => new BatchCounts(batch.Key, batch.Received, batch.All)
        {
            Waiting = batch.Waiting,
            Failed = batch.Failed,
            Kept = batch.Kept,
            Runs = runs.GetValueOrDefault(batch.Key)?.Runs ?? 0,
            Duplicates = batch.Same + (runs.GetValueOrDefault(batch.Key)?.Repeats ?? 0),
            Others = runs.GetValueOrDefault(batch.Key) is { } stored ? stored.All - stored.Runs - stored.Repeats : 0,
            Unread = batch.Rejected + reports[batch.Key].Sum(report => report.Unread),
            Aside = reports[batch.Key].Sum(report => report.Daily + report.Foreign),
            IsCancelled = reports[batch.Key].Any(report => report.IsCancelled),
            Share = (batch.All - batch.Waiting + reading[batch.Key].Sum(item => item.Progress.Share)) / batch.All,
        }).ToDictionary(batch => batch.Id);
    }

    private sealed record ReadProgress(double Share, UploadReport? Report)
    {
        public static ReadProgress Of(string kind, string? noted)
        {
            if (kind == WorkKind.WeeklyLoad)
            {
                // All is read; the weeks are being added up.
                return new(1, StoredRemarks.ReadReport(WeeklyLoadProgress.Of(noted).Reason));
            }

            var import = ImportProgress.Of(noted);
            return new(import.Share, import.Report.Tally);
        }
    }
}
