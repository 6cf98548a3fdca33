using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Jobs;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>
/// Asks the map in use about runs that were read before it was there. The original is read once an upload, since the matcher wants its
/// times and pauses. Killed at any instant, an upload still counts as outdated, and doing it again changes nothing.
/// </summary>
internal sealed partial class Rematching(
    KneeLoadDbContext db, RunnerWork work, OriginalStore store, GroundMap map, Recomputation recomputation, ILogger<Rematching> logger)
{
    /// <summary>Uploads whose weeks are added up together. [1]</summary>
    private const int Batch = 20;

    /// <summary>Files of an archive that are committed together. [1]</summary>
    private const int Chunk = 50;

    /// <summary>Uploads that are read, were matched with another map or none, and may be tried.</summary>
    internal static IQueryable<Upload> Outdated(KneeLoadDbContext db, Guid? current) => db.Uploads.AsNoTracking()
        .Where(upload => upload.State == UploadState.Done && upload.MapId != current && upload.MapTries < RetryPauses.Tries);

    /// <summary>Matches the next few uploads of a runner, the newest first.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="stop">Ends the work at the next commit; what is committed is not done again.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <returns>False when there is nothing more to do.</returns>
    public async Task<bool> RunAsync(Guid runnerId, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var lease = await map.LeaseAsync(cancellationToken);
        var next = await Outdated(db, lease.MapId)
            .Where(upload => upload.RunnerId == runnerId)
            .OrderBy(upload => upload.MapTries).ThenByDescending(upload => upload.Received).ThenBy(upload => upload.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var matched = new List<Guid>();
        foreach (var upload in next)
        {
            if (!stop.IsCancellationRequested && await TryAsync(upload, lease, stop, cancellationToken))
            {
                matched.Add(upload.Id);
            }
        }

        await FinishAsync(runnerId, matched, lease.MapId, cancellationToken);
        return next.Count == Batch;
    }

    // The try is counted before it is made, so that a file that kills the process cannot do so for ever.
    private async Task<bool> TryAsync(Upload upload, MapLease lease, CancellationToken stop, CancellationToken cancellationToken)
    {
        await db.Uploads.Where(row => row.Id == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MapTries, row => row.MapTries + 1), cancellationToken);
        try
        {
            await using var original = await store.OpenVerifiedAsync(upload.RunnerId, upload.ContentHash, cancellationToken);
            var matched = await MatchedBeforeAsync(upload, lease, cancellationToken);
            foreach (var files in Import.Files(original, upload.FileName, member => !matched.Contains(RunKey.Of(upload.RunnerId, upload.ContentHash, member, 0))).Chunk(Chunk))
            {
                if (stop.IsCancellationRequested || !await StoreAsync(upload, [.. files.SelectMany(file => Match(upload, file, lease))], lease, cancellationToken))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or DamagedOriginalException)
        {
            db.ChangeTracker.Clear();
            LogFault(upload.Id, exception);
            return false;
        }
    }

    // Of an archive that was broken off; the activities of one file are committed together, so its first stands for all.
    private Task<HashSet<Guid>> MatchedBeforeAsync(Upload upload, MapLease lease, CancellationToken cancellationToken) => db.AllRuns
        .Where(run => run.UploadId == upload.Id && run.Ordinal == 0 && run.MapId == lease.MapId && run.MapId != null)
        .Select(run => run.Id)
        .ToHashSetAsync(cancellationToken);

    private static IEnumerable<Matched> Match(Upload upload, ImportedFile file, MapLease lease) => file.Result.Activities.Select((activity, ordinal) => new Matched(
        RunKey.Of(upload.RunnerId, upload.ContentHash, file.Member, ordinal),
        GroundStep.Ground(activity, lease.Index),
        length => GroundStep.StatedMix(activity, length)));

    private Task<bool> StoreAsync(Upload upload, List<Matched> matched, MapLease lease, CancellationToken cancellationToken) =>
        work.DoAsync(upload.RunnerId, _ => StoreRowsAsync(upload, matched, lease, cancellationToken), cancellationToken);

    private async Task<bool> StoreRowsAsync(Upload upload, List<Matched> matched, MapLease lease, CancellationToken cancellationToken)
    {
        var keys = matched.ConvertAll(run => run.Id);
        var metrics = await db.AllRuns.AsNoTracking()
            .Where(run => run.RunnerId == upload.RunnerId && keys.Contains(run.Id))
            .Select(run => new { run.Id, run.Metrics, run.MapId })
            .ToDictionaryAsync(run => run.Id, cancellationToken);
        var corrections = await GroundCorrections.ReadAsync(db, upload.RunnerId, cancellationToken);
        foreach (var (id, ground, stated) in matched)
        {
            if (metrics.TryGetValue(id, out var row))
            {
                var length = StoredJson.ReadMetrics(row.Metrics).Distance;
                var mix = stated(length) ?? (lease.MapId is null ? null : GroundStep.Mix(ground, corrections, length));
                await db.AllRuns.Where(run => run.Id == id).ExecuteUpdateAsync(
                    set => set.SetProperty(run => run.Ground, ground).SetProperty(run => run.Surface, mix).SetProperty(run => run.MapId, lease.MapId), cancellationToken);
            }
        }

        // An archive that is broken off five times, each time farther on, is not given up.
        if (metrics.Values.Any(row => row.MapId != lease.MapId))
        {
            await db.Uploads.Where(row => row.Id == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MapTries, 1), cancellationToken);
        }

        return true;
    }

    private async Task FinishAsync(Guid runnerId, List<Guid> matched, Guid? mapId, CancellationToken cancellationToken)
    {
        if (matched.Count > 0)
        {
            await work.DoAsync(
                runnerId,
                async runner =>
                {
                    var starts = await db.Runs.Where(run => run.RunnerId == runnerId && matched.Contains(run.UploadId)).Select(run => run.Start).ToListAsync(cancellationToken);
                    if (starts.Count > 0)
                    {
                        await recomputation.WeeksAsync(runner, starts.Min(), cancellationToken);
                    }

                    return await db.Uploads.Where(upload => upload.RunnerId == runnerId && matched.Contains(upload.Id)).ExecuteUpdateAsync(
                        set => set.SetProperty(upload => upload.MapId, mapId).SetProperty(upload => upload.MapTries, 0), cancellationToken);
                },
                cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The runs of upload {UploadId} could not be matched with the map.")]
    private partial void LogFault(Guid uploadId, Exception fault);

    /// <summary>What a file says of the ground of one of its runs; the mix that it states depends on the run's length.</summary>
    private sealed record Matched(Guid Id, byte[] Ground, Func<Ingest.Quantities.Distance?, string?> Stated);
}
