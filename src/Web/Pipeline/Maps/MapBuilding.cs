using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>
/// Builds the index of a map out of the extracts in the folder, and tells its row how far it has come. Whatever ends a try at any
/// instant, the map still waits, nothing half is in use, and the next try begins anew.
/// </summary>
internal sealed class MapBuilding(
    KneeLoadDbContext db, RunnerWork work, WorkClaims claims, WorkTurn turn, WorkList list, ExtractStore store, IClock clock) : IWork
{
    private const int LongestReason = 2000;
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(1);

    /// <summary>Builds the index of a map that waits; one that is ready, or no longer wanted, is left alone.</summary>
    /// <exception cref="IOException">This try failed; the map still waits.</exception>
    /// <exception cref="OperationCanceledException">The build was ended.</exception>
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var mapId = claim.Key;
        if (!await BeginAsync(mapId, cancellationToken) || await ExtractsAsync(mapId, cancellationToken) is not { } extracts)
        {
            await work.DoAsync(claim, () => claims.EndAsync(claim, cancellationToken), cancellationToken);
            return;
        }

        var index = store.IndexOf(mapId);
        Directory.CreateDirectory(Path.GetDirectoryName(index)!);
        if (await BuildAsync(mapId, extracts, index, cancellationToken) is not { } build)
        {
            await work.DoAsync(claim, () => claims.EndAsync(claim, cancellationToken), cancellationToken);
            return;
        }

        switch (build.Refusal)
        {
            case null:
                await FinishAsync(claim, index, build.Warnings, cancellationToken);
                break;
            case { Fault: MapFault.Unreachable or MapFault.NoRoom } away:
                throw new MapAwayException(Placed(away, index));
            case var refusal:
                await work.DoAsync(
                    claim,
                    async () =>
                    {
                        await RefuseAsync(mapId, Placed(refusal, index), cancellationToken);
                        await claims.EndAsync(claim, cancellationToken);
                    },
                    cancellationToken);
                break;
        }
    }

    /// <summary>Refuses a map that was tried as often as it may be.</summary>
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => RefuseAsync(
        claim.Key,
        fault switch
        {
            MapAwayException away => away.Remark,
            not null when DiskFull.Is(fault) => new(RemarkKind.NoRoom),
            IOException => new(new Remark(RemarkKind.IndexNotWritten, Name: fault.Message)),
            _ => null,
        },
        cancellationToken);

    /// <summary>Builds the index of the folder as it is, at once and here.</summary>
    public async Task BuildFolderAsync(CancellationToken cancellationToken)
    {
        var extracts = store.All() ?? [];
        if (extracts.Count == 0)
        {
            return;
        }

        var row = MapLook.RowOf(extracts, ExtractStore.FingerprintOf(extracts), clock.GetCurrentInstant());
        db.Maps.Add(row);
        await list.AddAsync(WorkKind.Map, row.Id, runnerId: null, WorkRank.Machines, cancellationToken);
        await turn.RunAsync(WorkKind.Map, row.Id, cancellationToken);
    }

    private async Task<bool> BeginAsync(Guid mapId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return await Waiting(mapId).ExecuteUpdateAsync(
            set => set
                .SetProperty(map => map.State, MapState.Building)
                .SetProperty(map => map.Started, now)
                .SetProperty(map => map.BytesRead, 0)
                .SetProperty(map => map.Share, 0),
            cancellationToken) > 0;
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

    private async Task FinishAsync(WorkClaim claim, string path, IReadOnlyList<(string File, Remark Remark)> warnings, CancellationToken cancellationToken)
    {
        var (index, refusal) = MapIndex.Open(path);
        if (index is null)
        {
            throw new MapAwayException(Placed(refusal!, path));
        }

        using (index)
        {
            await work.DoAsync(claim, () => FinishAsync(claim, index, warnings, cancellationToken), cancellationToken);
        }
    }

    private async Task FinishAsync(WorkClaim claim, MapIndex index, IReadOnlyList<(string File, Remark Remark)> warnings, CancellationToken cancellationToken)
    {
        var lacking = StoredRemarks.Write(warnings.Select(warning => new PlacedRemark(warning.Remark, warning.File)), LongestReason);
        var (now, dataTime, ways, segments, bytes) = (clock.GetCurrentInstant(), index.DataTime, index.Ways, index.Segments, index.Bytes);
        var ready = await Waiting(claim.Key).ExecuteUpdateAsync(
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
            await db.Maps.Where(map => map.Id != claim.Key && map.State == MapState.Ready).ExecuteDeleteAsync(cancellationToken);
            await list.AddAsync(WorkKind.SurfaceRound, claim.Key, runnerId: null, WorkRank.Machines, cancellationToken);
        }

        await claims.EndAsync(claim, cancellationToken);
    }

    private async Task RefuseAsync(Guid mapId, PlacedRemark? reason, CancellationToken cancellationToken)
    {
        var (now, told) = (clock.GetCurrentInstant(), reason is null ? null : StoredRemarks.Write([reason], LongestReason));
        await Waiting(mapId).ExecuteUpdateAsync(
            set => set.SetProperty(map => map.State, MapState.Refused).SetProperty(map => map.Reason, told).SetProperty(map => map.Finished, now),
            cancellationToken);
    }

    // The index has a name that only the server knows.
    private static PlacedRemark Placed(MapRefusal refusal, string index) =>
        new(refusal.Reason, refusal.File == index ? null : Path.GetFileName(refusal.File), refusal.ByteOffset);

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

/// <summary>A map cannot be built now, since a file cannot be read or written; it is tried again.</summary>
/// <param name="remark">What stands in the way.</param>
internal sealed class MapAwayException(PlacedRemark remark) : IOException($"{remark.File} {remark.Remark.Kind} {remark.Remark.Name}".Trim())
{
    /// <summary>The fault that stands in the way.</summary>
    public PlacedRemark Remark => remark;
}
