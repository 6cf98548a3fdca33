using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>
/// The surface index that this process has open: the one that the newest ready row names. Each process, on whichever machine, sees a
/// newer row at its next lease and opens that index then; who still reads the one before keeps it until they are done.
/// </summary>
public sealed partial class GroundMap(IServiceScopeFactory scopes, ExtractStore store, ILogger<GroundMap> logger) : IDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private readonly Lock guard = new();
    private OpenMap? open;

    /// <summary>The map in use now. The lease is to be disposed.</summary>
    /// <returns>A lease without a map when there is none, or its index cannot be read here.</returns>
    public async Task<MapLease> LeaseAsync(CancellationToken cancellationToken)
    {
        if (Lease(await CurrentAsync(cancellationToken)) is { } held)
        {
            return held;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            // Who waited here looks again: the map may be open by now, or another one be current.
            var wanted = await CurrentAsync(cancellationToken);
            if (Lease(wanted) is { } meanwhile)
            {
                return meanwhile;
            }

            Replace(wanted is { } mapId ? await OpenAsync(mapId, cancellationToken) : null);
            return Lease(wanted) ?? new MapLease(null);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Key of the map in use; null when there is none.</summary>
    internal static Task<Guid?> CurrentAsync(KneeLoadDbContext db, CancellationToken cancellationToken) => db.Maps
        .Where(map => map.State == MapState.Ready)
        .OrderByDescending(map => map.Created)
        .Select(map => (Guid?)map.Id)
        .FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Replace(null);
        opening.Dispose();
    }

    private async Task<Guid?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await CurrentAsync(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>(), cancellationToken);
    }

    private MapLease? Lease(Guid? wanted)
    {
        lock (guard)
        {
            return open?.MapId == wanted ? new MapLease(open?.Hold()) : null;
        }
    }

    private void Replace(OpenMap? next)
    {
        OpenMap? before;
        lock (guard)
        {
            (before, open) = (open, next);
        }

        before?.Release();
    }

    private async Task<OpenMap?> OpenAsync(Guid mapId, CancellationToken cancellationToken)
    {
        // Every byte of it is held against its checksum, which takes seconds for a country.
        var (index, refusal) = await Task.Run(() => MapIndex.Open(store.IndexOf(mapId)), cancellationToken);
        if (index is not null)
        {
            return new OpenMap(mapId, index);
        }

        LogRefused(mapId, refusal!.Reason.Kind);
        if (refusal.Fault is not MapFault.Unreachable)
        {
            await using var scope = scopes.OfAll();
            await BuildAgainAsync(
                scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>(),
                scope.ServiceProvider.GetRequiredService<RunnerWork>(),
                scope.ServiceProvider.GetRequiredService<WorkList>(),
                mapId,
                cancellationToken);
        }

        return null;
    }

    /// <summary>Has an index that is lost or damaged built anew of its extracts.</summary>
    internal static Task BuildAgainAsync(KneeLoadDbContext db, RunnerWork work, WorkList list, Guid mapId, CancellationToken cancellationToken) => work.DoAsync(
        async () =>
        {
            var again = await db.Maps.Where(map => map.Id == mapId && map.State == MapState.Ready)
                .ExecuteUpdateAsync(set => set.SetProperty(map => map.State, MapState.Waiting), cancellationToken);
            if (again > 0)
            {
                await list.AddAsync(WorkKind.Map, mapId, runnerId: null, WorkRank.Machines, cancellationToken);
            }
        },
        cancellationToken);

    [LoggerMessage(LogLevel.Warning, "The index of map {MapId} cannot be used: {Reason}")]
    private partial void LogRefused(Guid mapId, RemarkKind reason);
}
