using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Compares the folder of extracts with the rows of maps: one state of the folder is one row, and its index is built once.</summary>
internal sealed class MapLook(
    KneeLoadDbContext db,
    RunnerWork work,
    ExtractStore store,
    RestingExtracts resting,
    MapIndexFiles files,
    WorkList list,
    WorkBell bell,
    IClock clock,
    MachineTime machine) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Maps.AsNoTracking().ToListAsync(cancellationToken);
        if (store.All() is not { } extracts)
        {
            // A folder that was there and is gone is a disk that is not mounted, no wish to be without a map.
            if (rows.Count == 0)
            {
                store.Create();
            }

            return;
        }

        var fingerprint = ExtractStore.FingerprintOf(extracts);
        if (!resting.IsAtRest(fingerprint))
        {
            return;
        }

        var row = rows.Find(map => string.Equals(map.Fingerprint, fingerprint, StringComparison.Ordinal));
        if (extracts.Count == 0)
        {
            if (rows.Count > 0)
            {
                await LetGoAsync(cancellationToken);
            }
        }
        else if (row is null)
        {
            row = await AddAsync(extracts, fingerprint, cancellationToken);
        }
        else if (row.State == MapState.Ready && !File.Exists(store.IndexOf(row.Id)))
        {
            await GroundMap.BuildAgainAsync(db, work, list, row.Id, cancellationToken);
        }

        // What was wanted of an earlier state of the folder is wanted no more; the map in use stays until another is ready.
        if (rows.Exists(map => !string.Equals(map.Fingerprint, fingerprint, StringComparison.Ordinal) && map.State != MapState.Ready))
        {
            await db.Maps.Where(map => map.Fingerprint != fingerprint && map.State != MapState.Ready).ExecuteDeleteAsync(cancellationToken);
        }

        files.DeleteOthers(await db.Maps.Select(map => map.Id).ToListAsync(cancellationToken));
        bell.Ring(null);
    }

    /// <summary>A row for a state of the folder.</summary>
    internal static Map RowOf(IReadOnlyList<MapExtract> extracts, string fingerprint, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Fingerprint = fingerprint,
        Files = string.Join('\n', extracts.Select(extract => extract.Name)),
        BytesToRead = 2 * extracts.Sum(extract => extract.Bytes),
        Created = now,
    };

    private async Task<Map> AddAsync(IReadOnlyList<MapExtract> extracts, string fingerprint, CancellationToken cancellationToken)
    {
        var row = RowOf(extracts, fingerprint, clock.GetCurrentInstant());
        db.Maps.Add(row);
        db.Work.Add(WorkList.RowOf(WorkKind.Map, row.Id, runnerId: null, WorkRank.Machines, machine.Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process saw the same folder a moment earlier; its row is found at the next look.
        }

        db.ChangeTracker.Clear();
        return row;
    }

    // Without a map what was matched is matched no more.
    private Task LetGoAsync(CancellationToken cancellationToken) => work.DoAsync(
        async () =>
        {
            await db.Maps.ExecuteDeleteAsync(cancellationToken);
            await list.AddAsync(WorkKind.SurfaceRound, Guid.Empty, runnerId: null, WorkRank.Machines, cancellationToken);
        },
        cancellationToken);
}
