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
    /// <summary>So many uploads are told at once: the first of a batch, or the latest. [1]</summary>
    private const int Most = 100;

    /// <summary>So many runs of one upload are told. [1]</summary>
    private const int MostRuns = 10;

    /// <summary>Reads the state of a batch, or of the latest uploads where none is named.</summary>
    /// <returns>Null when the runner has no such batch.</returns>
    public async Task<UploadStatusReply?> ReadAsync(Guid? batch, CancellationToken cancellationToken)
    {
        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == runner.Id);
        if (batch is { } id)
        {
            uploads = uploads.Where(upload => upload.BatchId == id);
        }

        // Counted before the rows are read: whoever is told that none waits is told how each ended.
        var waiting = await uploads.CountAsync(upload => upload.State == UploadState.Received, cancellationToken);
        var rows = await (batch is null
                ? uploads.OrderByDescending(upload => upload.Received).ThenByDescending(upload => upload.Id)
                : uploads.OrderBy(upload => upload.Received).ThenBy(upload => upload.Id))
            .Take(Most)
            .ToListAsync(cancellationToken);
        if (batch is not null && rows.Count == 0)
        {
            return null;
        }

        var format = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language);
        var sources = rows.ConvertAll(upload => upload.DuplicateOfId ?? upload.Id);
        // An archive may hold thousands of runs: of most nothing but their number is told, and their figures are not read.
        var runs = (await db.Runs.AsNoTracking()
                .Where(run => run.RunnerId == runner.Id && sources.Contains(run.UploadId))
                .OrderBy(run => run.Start)
                .Select(run => new { run.UploadId, run.Id, run.LocalDate, run.IsRun, Repeats = run.DuplicateOfId != null })
                .ToListAsync(cancellationToken))
            .ToLookup(run => run.UploadId);
        var told = runs.SelectMany(ofUpload => ofUpload.Take(MostRuns)).Select(run => run.Id).ToList();
        var metrics = (await db.Runs.AsNoTracking().Where(run => told.Contains(run.Id)).Select(run => new { run.Id, run.Metrics }).ToListAsync(cancellationToken))
            .ToDictionary(run => run.Id, run => StoredJson.ReadMetrics(run.Metrics));
        return new UploadStatusReply(
            batch,
            waiting,
            rows.ConvertAll(upload =>
            {
                var all = runs[upload.DuplicateOfId ?? upload.Id].ToList();
                return new UploadStatusLine(
                    upload.Id,
                    upload.BatchId,
                    upload.FileName,
                    upload.Bytes,
                    upload.State,
                    UploadReportWords.Of(upload.Reason, format),
                    upload.DuplicateOfId,
                    [.. all.Where(run => metrics.ContainsKey(run.Id)).Select(run => LineOf(run.Id, run.LocalDate, metrics[run.Id], run.Repeats))])
                {
                    RunCount = all.Count,
                    HoldsRun = all.Exists(run => run.IsRun),
                    OnlyRepeats = all.Count > 0 && all.TrueForAll(run => run.Repeats),
                };
            }));
    }

    internal async Task<IResult> HandleAsync(Guid? batch, CancellationToken cancellationToken) =>
        await ReadAsync(batch, cancellationToken) is { } reply ? Results.Json(reply, UploadJson.Options) : Results.NotFound();

    private static UploadStatusRun LineOf(Guid id, LocalDate day, RunMetrics metrics, bool repeats) =>
        new(id, day, metrics.Kind, metrics.Distance?.Metres, repeats);
}
