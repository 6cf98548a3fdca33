using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>
/// Builds the index of a map out of the extracts in the folder, and tells its row how far it has come. Whatever is killed at any
/// instant, the row still waits, nothing half is in use, and the next try begins anew.
/// </summary>
internal sealed class MapBuilding(KneeLoadDbContext db, ExtractStore store, IClock clock)
{
    private const int LongestReason = 2000;
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(1);

    /// <summary>Builds the index of a map that waits; one that is ready, or no longer wanted, is left alone.</summary>
    /// <exception cref="IOException">This try failed; the map still waits.</exception>
    /// <exception cref="OperationCanceledException">The build was ended.</exception>
    public async Task RunAsync(Guid mapId, CancellationToken cancellationToken)
    {
        if (!await BeginAsync(mapId, cancellationToken) || await ExtractsAsync(mapId, cancellationToken) is not { } extracts)
        {
            return;
        }

        var index = store.IndexOf(mapId);
        Directory.CreateDirectory(Path.GetDirectoryName(index)!);
        if (await BuildAsync(mapId, extracts, index, cancellationToken) is not { } build)
        {
            return;
        }

        switch (build.Refusal)
        {
            case null:
                await FinishAsync(mapId, index, build.Warnings, cancellationToken);
                break;
            case { Fault: MapFault.Unreachable or MapFault.NoRoom } away:
                throw new IOException(away.File == index ? away.Reason : Words(away));
            case var refusal:
                await RefuseAsync(mapId, Words(refusal), cancellationToken);
                break;
        }
    }

    /// <summary>Builds the index of the folder as it is, at once and here.</summary>
    public async Task BuildFolderAsync(CancellationToken cancellationToken)
    {
        var extracts = store.All() ?? [];
        if (extracts.Count == 0)
        {
            return;
        }

        var row = MapSweep.RowOf(extracts, ExtractStore.FingerprintOf(extracts), clock.GetCurrentInstant());
        db.Maps.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await RunAsync(row.Id, cancellationToken);
    }

    /// <summary>Lets a map wait again whose build was ended for no fault of its own.</summary>
    public Task PutBackAsync(Guid mapId, CancellationToken cancellationToken) => Waiting(mapId).ExecuteUpdateAsync(
        set => set.SetProperty(map => map.State, MapState.Waiting).SetProperty(map => map.Attempts, 0), cancellationToken);

    /// <summary>Gives a map up if it has been tried as often as it may be.</summary>
    /// <returns>True when it is given up, or no longer waits.</returns>
    public async Task<bool> GiveUpAsync(Guid mapId, Exception? fault, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await Waiting(mapId).AnyAsync(map => map.Attempts >= RetryPauses.Tries, cancellationToken))
        {
            await RefuseAsync(mapId, fault switch
            {
                not null when DiskFull.Is(fault) => "There is no room left on this server. Make room, then have it tried again.",
                IOException => fault.Message,
                _ => "This is our fault, not the extract's: it was tried several times. Have it tried again, or leave it.",
            }, cancellationToken);
        }

        return !await Waiting(mapId).AnyAsync(cancellationToken);
    }

    // The try is counted before it is made, so that an extract that kills the process cannot do so for ever.
    private async Task<bool> BeginAsync(Guid mapId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var begun = await Waiting(mapId).Where(map => map.Attempts < RetryPauses.Tries).ExecuteUpdateAsync(
            set => set
                .SetProperty(map => map.Attempts, map => map.Attempts + 1)
                .SetProperty(map => map.State, MapState.Building)
                .SetProperty(map => map.Started, now)
                .SetProperty(map => map.BytesRead, 0)
                .SetProperty(map => map.Share, 0),
            cancellationToken);
        if (begun == 0)
        {
            await GiveUpAsync(mapId, fault: null, cancellationToken);
        }

        return begun > 0;
    }

    // Where the folder has changed since, the sweep makes another row of it.
    private async Task<IReadOnlyList<string>?> ExtractsAsync(Guid mapId, CancellationToken cancellationToken)
    {
        var extracts = store.All() ?? [];
        var fingerprint = ExtractStore.FingerprintOf(extracts);
        return extracts.Count > 0 && await db.Maps.AnyAsync(map => map.Id == mapId && map.Fingerprint == fingerprint, cancellationToken)
            ? [.. extracts.Select(store.PathOf)]
            : null;
    }

    /// <returns>Null when the map is no longer wanted.</returns>
    private async Task<MapBuild?> BuildAsync(Guid mapId, IReadOnlyList<string> extracts, string index, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new LatestProgress();
        var build = Task.Run(() => MapIndexBuilder.BuildAsync(extracts, index, progress, ended.Token), ended.Token);
        var wanted = true;
        try
        {
            while (await Task.WhenAny(build, Task.Delay(Telling, cancellationToken)) != build && wanted)
            {
                wanted = await TellAsync(mapId, progress.Value, cancellationToken);
            }
        }
        finally
        {
            if (!build.IsCompleted)
            {
                await ended.CancelAsync();
            }

            await ((Task)build).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return wanted ? await build : null;
    }

    private async Task<bool> TellAsync(Guid mapId, MapBuildProgress progress, CancellationToken cancellationToken) =>
        await db.Maps.Where(map => map.Id == mapId && map.State == MapState.Building).ExecuteUpdateAsync(
            set => set
                .SetProperty(map => map.BytesRead, progress.BytesRead)
                .SetProperty(map => map.BytesToRead, map => progress.BytesToRead > 0 ? progress.BytesToRead : map.BytesToRead)
                .SetProperty(map => map.Share, progress.Done.Value),
            cancellationToken) > 0;

    private async Task FinishAsync(Guid mapId, string path, IReadOnlyList<string> warnings, CancellationToken cancellationToken)
    {
        var (index, refusal) = MapIndex.Open(path);
        if (index is null)
        {
            throw new IOException(refusal!.Reason);
        }

        using (index)
        {
            var lacking = warnings.Count == 0 ? null : PlainText.Of(string.Join('\n', warnings), LongestReason);
            var (now, dataTime, ways, segments, bytes) = (clock.GetCurrentInstant(), index.DataTime, index.Ways, index.Segments, index.Bytes);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var ready = await Waiting(mapId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(map => map.State, MapState.Ready)
                    .SetProperty(map => map.Reason, lacking)
                    .SetProperty(map => map.Finished, now)
                    .SetProperty(map => map.Share, 1)
                    .SetProperty(map => map.BytesRead, map => map.BytesToRead)
                    .SetProperty(map => map.DataTime, dataTime)
                    .SetProperty(map => map.Ways, ways)
                    .SetProperty(map => map.Segments, segments)
                    .SetProperty(map => map.Bytes, bytes),
                cancellationToken);
            if (ready > 0)
            {
                await db.Maps.Where(map => map.Id != mapId && map.State == MapState.Ready).ExecuteDeleteAsync(cancellationToken);
                await db.Uploads.Where(upload => upload.MapTries > 0).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.MapTries, 0), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task RefuseAsync(Guid mapId, string reason, CancellationToken cancellationToken)
    {
        var (now, told) = (clock.GetCurrentInstant(), PlainText.Of(reason, LongestReason));
        await Waiting(mapId).ExecuteUpdateAsync(
            set => set.SetProperty(map => map.State, MapState.Refused).SetProperty(map => map.Reason, told).SetProperty(map => map.Finished, now),
            cancellationToken);
    }

    private static string Words(MapRefusal refusal) =>
        $"{Path.GetFileName(refusal.File)}: {refusal.Reason}{(refusal.ByteOffset is { } offset ? $" (at byte {offset})" : "")}";

    private IQueryable<Map> Waiting(Guid mapId) =>
        db.Maps.Where(map => map.Id == mapId && (map.State == MapState.Waiting || map.State == MapState.Building));

    private sealed class LatestProgress : IProgress<MapBuildProgress>
    {
        private readonly Lock guard = new();
        private MapBuildProgress latest;

        public MapBuildProgress Value
        {
            get
            {
                lock (guard)
                {
                    return latest;
                }
            }
        }

        public void Report(MapBuildProgress value)
        {
            lock (guard)
            {
                latest = value;
            }
        }
    }
}
