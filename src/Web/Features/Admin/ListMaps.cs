using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Reads the folder of extracts, what became of them, and how far runs are matched.</summary>
public sealed class ListMaps(
    KneeLoadDbContext db, RowsInSight rows, CurrentRunner current, ExtractStore store, ExtractLimit limit, IClock clock, Language language)
{
    /// <summary>Shows the page to the owner.</summary>
    /// <returns>Null for anybody else.</returns>
    public async Task<MapsView?> HandleAsync(CancellationToken cancellationToken)
    {
        if (!current.IsOwner)
        {
            return null;
        }

        rows.SeeAll();
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var maps = await db.Maps.AsNoTracking().OrderByDescending(map => map.Created).ToListAsync(cancellationToken);
        var extracts = store.All() ?? [];
        var fingerprint = ExtractStore.FingerprintOf(extracts);
        var inUse = maps.Find(map => map.State == MapState.Ready);
        var ofFolder = maps.Find(map => string.Equals(map.Fingerprint, fingerprint, StringComparison.Ordinal));
        var next = ofFolder?.Id == inUse?.Id ? null : ofFolder;
        return new(
            runner.Format(language),
            inUse,
            next,
            extracts.Count == 0 ? maps.Count == 0 : ofFolder is not null,
            [.. extracts.Select(extract => Line(extract, inUse, next))],
            inUse is null ? null : await MatchingAsync(inUse.Id, cancellationToken),
            limit.Bytes,
            clock.GetCurrentInstant());
    }

    private static MapsView.Extract Line(MapExtract extract, Map? inUse, Map? next)
    {
        var (state, tone) = next switch
        {
            { State: MapState.Refused } when StoredRemarks.Read(next.Reason)
                .Any(remark => string.Equals(remark.File, extract.Name, StringComparison.Ordinal)) => (MapsView.ExtractState.Refused, "elevated"),
            _ when inUse?.Files.Split('\n').Contains(extract.Name, StringComparer.Ordinal) == true => (MapsView.ExtractState.InUse, "low"),
            { State: MapState.Building } => (MapsView.ExtractState.Building, "accent"),
            { State: MapState.Refused } => (MapsView.ExtractState.Idle, "unknown"),
            _ => (MapsView.ExtractState.Waiting, "accent"),
        };
        return new(extract.Name, extract.Bytes, extract.Written, state, tone);
    }

    private async Task<MapsView.MatchedRuns> MatchingAsync(Guid mapId, CancellationToken cancellationToken)
    {
        var read = db.Runs.Where(run => run.Upload.State == UploadState.Done);
        return new(
            await read.CountAsync(run => run.MapId == mapId || run.Upload.MapId == mapId, cancellationToken),
            await read.CountAsync(cancellationToken),
            await read.CountAsync(
                run => run.MapId != mapId
                    && run.Upload.MapId != mapId
                    && db.Work.Any(row => row.Kind == WorkKind.Surface && row.Key == run.UploadId && row.Failed), cancellationToken));
    }
}
