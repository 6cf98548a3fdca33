using System.Text.Json.Serialization;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Receiving;

/// <summary>Answers the states of the runner's uploads: of one batch, or the latest ones.</summary>
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

        return new UploadStatusReply(batch, waiting, await LinesAsync(rows, cancellationToken));
    }

    /// <summary>The lines of uploads of the runner, each with its first runs.</summary>
    public async Task<List<UploadStatusLine>> LinesAsync(List<Upload> rows, CancellationToken cancellationToken)
    {
        var format = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language);
        var sources = rows.ConvertAll(upload => upload.DuplicateOfId ?? upload.Id);
        var runs = db.Runs.AsNoTracking().Where(run => run.RunnerId == runner.Id);
        var counts = await runs.Where(run => sources.Contains(run.UploadId))
            .GroupBy(run => run.UploadId)
            .Select(group => new
            {
                group.Key,
                All = group.Count(),
                Runs = group.Count(run => run.IsRun),
                Repeats = group.Count(run => run.DuplicateOfId != null),
            })
            .ToDictionaryAsync(count => count.Key, cancellationToken);
        var told = (await ReadFirstAsync(
            runs, [.. counts.Values.Where(count => count.All <= MostRuns).Select(count => count.Key)], cancellationToken)).ToList();
        foreach (var archive in counts.Values.Where(count => count.All > MostRuns))
        {
            // It may hold thousands of runs, of which no more than their number is told.
            told.AddRange(await ReadFirstAsync(runs, [archive.Key], cancellationToken));
        }

        var lines = told.ToLookup(run => run.UploadId);
        return rows.ConvertAll(upload =>
        {
            var source = upload.DuplicateOfId ?? upload.Id;
            var count = counts.GetValueOrDefault(source);
            return new UploadStatusLine(
                upload.Id,
                upload.BatchId,
                upload.FileName,
                upload.Bytes,
                upload.State,
                UploadReportWords.Of(upload.Reason, format),
                upload.DuplicateOfId,
                [.. lines[source].Select(run => LineOf(run, StoredJson.ReadMetrics(run.Metrics)))])
            {
                RunCount = count?.All ?? 0,
                HoldsRun = count?.Runs > 0,
                OnlyRepeats = count is not null && count.Repeats == count.All,
            };
        });
    }

    private static Task<List<ToldRun>> ReadFirstAsync(IQueryable<Run> runs, List<Guid> uploads, CancellationToken cancellationToken) => runs
        .Where(run => uploads.Contains(run.UploadId))
        .OrderBy(run => run.Start).ThenBy(run => run.Id)
        .Select(run => new ToldRun(run.UploadId, run.Id, run.LocalDate, run.DuplicateOfId != null, run.Metrics))
        .Take(uploads.Count * MostRuns)
        .ToListAsync(cancellationToken);

    private static UploadStatusRun LineOf(ToldRun run, RunMetrics metrics) => new(run.Id, run.Day, metrics.Kind, metrics.Distance?.Metres, run.Repeats);

    private sealed record ToldRun(Guid UploadId, Guid Id, LocalDate Day, bool Repeats, string Metrics);
}

/// <summary>The states of uploads.</summary>
/// <param name="Batch">The batch that was asked for; null for the latest uploads.</param>
/// <param name="Waiting">How many wait for their job. [1]</param>
/// <param name="Files">A line per file.</param>
public sealed record UploadStatusReply(Guid? Batch, int Waiting, IReadOnlyList<UploadStatusLine> Files);

/// <summary>A run that came of an upload, in one line.</summary>
/// <param name="Id">Its key; its page is /runs/{id}.</param>
/// <param name="Day">The calendar day of its start where the runner was.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Metres">Its length; null when unknown. [m]</param>
/// <param name="RepeatsAnother">True when it repeats a run that came in another file, and counts nowhere.</param>
public sealed record UploadStatusRun(Guid Id, LocalDate Day, RunKind Kind, double? Metres, bool RepeatsAnother)
{
    // Runs of an unknown day are stored as of 1970.
    internal static readonly LocalDate FirstKnownDay = new(2000, 1, 1);

    /// <summary>True when nobody knows the day.</summary>
    [JsonIgnore]
    public bool DateUnknown => Day < FirstKnownDay;
}
