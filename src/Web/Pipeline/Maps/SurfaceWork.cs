using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>
/// Asks the map in use about the runs of an upload that was read before the map was there. The original is read again, since the
/// matcher wants its times and pauses. Whatever ends a try, the next one goes on after the last committed files.
/// </summary>
internal sealed class SurfaceWork(KneeLoadDbContext db, RunnerWork work, OriginalStore store, GroundMap map, Recomputation recomputation) : IWork
{
    /// <summary>Files of an archive that are committed together. [1]</summary>
    private const int Chunk = 20;

    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        using var lease = await map.LeaseAsync(cancellationToken);
        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == claim.Key && row.State == UploadState.Done, cancellationToken);
        if (upload is null || upload.MapId == lease.MapId || await IsAwaitedAsync(lease, cancellationToken))
        {
            // A map that is being built adds this work again once it is ready.
            await work.EndAsync(claim, _ => Task.CompletedTask, cancellationToken);
            return;
        }

        if (lease.Index is { } index && upload.MapId is not null && await LiesOutsideAsync(upload, index, cancellationToken))
        {
            await work.EndAsync(claim, _ => PassByAsync(upload, lease, cancellationToken), cancellationToken);
            return;
        }

        await using (var original = await store.OpenVerifiedAsync(upload.RunnerId, upload.ContentHash, cancellationToken))
        {
            var matched = await MatchedBeforeAsync(upload, lease, cancellationToken);
            foreach (var files in UploadReading.Files(
                original,
                upload.FileName,
                store.Archives,
                member => !matched.Contains(RunKey.Of(upload.RunnerId, upload.ContentHash, member, 0))).Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                List<Matched> runs = [.. files.SelectMany(file => Match(upload, file, lease))];
                await work.DoAsync(claim, _ => StoreAsync(upload, runs, lease, cancellationToken), cancellationToken);
            }
        }

        if (await GroundMap.CurrentAsync(db, cancellationToken) == lease.MapId)
        {
            await work.EndAsync(claim, runner => FinishAsync(upload, runner, lease.MapId, cancellationToken), cancellationToken);
        }
    }

    // What was matched before stands.
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    // An index that was lost is being built again: what was matched with it stays until then. One that cannot be opened here is tried again.
    private async Task<bool> IsAwaitedAsync(MapLease lease, CancellationToken cancellationToken)
    {
        if (lease.MapId is not null)
        {
            return false;
        }

        return await GroundMap.CurrentAsync(db, cancellationToken) is null
            ? await db.Maps.AnyAsync(row => row.State == MapState.Waiting || row.State == MapState.Building, cancellationToken)
            : throw new IOException("The index of the map cannot be opened.");
    }

    // Runs that neither the map before nor this one covers get the same answer from both, without their file being read again.
    private async Task<bool> LiesOutsideAsync(Upload upload, MapIndex index, CancellationToken cancellationToken)
    {
        var grounds = db.AllRuns.AsNoTracking()
            .Where(run => run.UploadId == upload.Id)
            .Select(run => new { run.Ground, run.MapId })
            .AsAsyncEnumerable();
        await foreach (var run in grounds.WithCancellation(cancellationToken))
        {
            var ground = run.Ground is null ? null : GroundCodec.Unpack(run.Ground);
            if (run.MapId is null || ground is null || ground.Stretches.Any(stretch => stretch.HasMap) || ground.Places.Any(place => index.Covers(place.Place)))
            {
                return false;
            }
        }

        return true;
    }

    private async Task PassByAsync(Upload upload, MapLease lease, CancellationToken cancellationToken)
    {
        await db.AllRuns.Where(run => run.UploadId == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(run => run.MapId, lease.MapId), cancellationToken);
        await db.Uploads.Where(row => row.Id == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MapId, lease.MapId), cancellationToken);
    }

    // Of an archive that was broken off; the activities of one file are committed together, so its first stands for all.
    private Task<HashSet<Guid>> MatchedBeforeAsync(Upload upload, MapLease lease, CancellationToken cancellationToken) => db.AllRuns
        .Where(run => run.UploadId == upload.Id && run.Ordinal == 0 && run.MapId == lease.MapId && run.MapId != null)
        .Select(run => run.Id)
        .ToHashSetAsync(cancellationToken);

    private static IEnumerable<Matched> Match(Upload upload, ImportedFile file, MapLease lease) =>
        file.Result.Activities.Select((activity, ordinal) => new Matched(
            RunKey.Of(upload.RunnerId, upload.ContentHash, file.Member, ordinal),
            GroundStep.Ground(activity, lease.Index),
            length => GroundStep.StatedMix(activity, length)));

    private async Task StoreAsync(Upload upload, List<Matched> matched, MapLease lease, CancellationToken cancellationToken)
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
                    set => set.SetProperty(run => run.Ground, ground).SetProperty(run => run.Surface, mix).SetProperty(run => run.MapId, lease.MapId),
                    cancellationToken);
            }
        }
    }

    private async Task FinishAsync(Upload upload, Runner runner, Guid? mapId, CancellationToken cancellationToken)
    {
        var starts = await db.Runs.Where(run => run.UploadId == upload.Id).Select(run => run.Start).ToListAsync(cancellationToken);
        if (starts.Count > 0)
        {
            await recomputation.WeeksAsync(runner, new Interval(starts.Min(), starts.Max()), cancellationToken);
        }

        await db.Uploads.Where(row => row.Id == upload.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.MapId, mapId), cancellationToken);
    }

    /// <summary>The ground that a file states for one of its runs; its mix depends on the run's length.</summary>
    private sealed record Matched(Guid Id, byte[] Ground, Func<Ingest.Quantities.Distance?, string?> Stated);
}
