using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Shared.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Where the runner's uploads stand: of one batch, or the latest ones.</summary>
public sealed class UploadStatus(KneeLoadDbContext db, CurrentRunner runner, Language language)
{
    private const int Latest = 200;

    /// <summary>Reads the state of a batch, or of the latest uploads where none is named.</summary>
    /// <returns>Null when the runner has no such batch.</returns>
    public async Task<UploadStatusReply?> ReadAsync(Guid? batch, CancellationToken cancellationToken)
    {
        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == runner.Id);
        var rows = await (batch is { } id
                ? uploads.Where(upload => upload.BatchId == id).OrderBy(upload => upload.Received).ThenBy(upload => upload.Id)
                : uploads.OrderByDescending(upload => upload.Received).ThenByDescending(upload => upload.Id).Take(Latest))
            .ToListAsync(cancellationToken);
        if (batch is not null && rows.Count == 0)
        {
            return null;
        }

        var format = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language);
        var sources = rows.ConvertAll(upload => upload.DuplicateOfId ?? upload.Id);
        var runs = (await db.Runs.AsNoTracking()
                .Where(run => run.RunnerId == runner.Id && sources.Contains(run.UploadId))
                .OrderBy(run => run.Start)
                .Select(run => new { run.UploadId, run.Id, run.LocalDate, run.Metrics, Repeats = run.DuplicateOfId != null })
                .ToListAsync(cancellationToken))
            .ToLookup(run => run.UploadId, run => LineOf(run.Id, run.LocalDate, StoredJson.ReadMetrics(run.Metrics), run.Repeats));
        return new UploadStatusReply(
            batch,
            rows.Count(upload => upload.State == UploadState.Received),
            rows.ConvertAll(upload => new UploadStatusLine(
                upload.Id, upload.BatchId, upload.FileName, upload.Bytes, upload.State, UploadReportWords.Of(upload.Reason, format), upload.DuplicateOfId, [.. runs[upload.DuplicateOfId ?? upload.Id]])));
    }

    internal async Task<IResult> HandleAsync(Guid? batch, CancellationToken cancellationToken) =>
        await ReadAsync(batch, cancellationToken) is { } reply ? Results.Json(reply, UploadJson.Options) : Results.NotFound();

    private static UploadStatusRun LineOf(Guid id, LocalDate day, RunMetrics metrics, bool repeats) =>
        new(id, day, metrics.Kind, metrics.Distance?.Metres, repeats);
}
