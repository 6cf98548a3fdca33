using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Finds the uploads that were matched with another map than the one in use, and adds the work of matching them.</summary>
internal sealed class SurfaceRound(KneeLoadDbContext db, RunnerWork work, WorkClaims claims, WorkBell bell) : IWork
{
    /// <summary>Uploads whose work is added together. [1]</summary>
    private const int Page = 500;

    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var current = await GroundMap.CurrentAsync(db, cancellationToken);
        var last = Guid.Empty;
        while (await NextAsync(current, last, cancellationToken) is { Count: > 0 } page)
        {
            last = page[^1].Id;
            await work.DoAsync(claim, () => AddAsync(page, cancellationToken), cancellationToken);
            foreach (var runnerId in page.Select(upload => upload.RunnerId).Distinct())
            {
                bell.Ring(runnerId);
            }
        }

        await work.DoAsync(claim, () => claims.EndAsync(claim, cancellationToken), cancellationToken);
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<List<Upload>> NextAsync(Guid? current, Guid last, CancellationToken cancellationToken) => db.Uploads.AsNoTracking()
        .Where(upload => upload.State == UploadState.Done && upload.MapId != current && upload.Id > last)
        .OrderBy(upload => upload.Id)
        .Take(Page)
        .Select(upload => new Upload { Id = upload.Id, RunnerId = upload.RunnerId })
        .ToListAsync(cancellationToken);

    private async Task AddAsync(List<Upload> page, CancellationToken cancellationToken)
    {
        var keys = page.ConvertAll(upload => upload.Id);
        // A map that was given up for an older one is tried for the new one too.
        await db.Work.Where(row => row.Kind == WorkKind.Surface && row.Failed && keys.Contains(row.Key)).ExecuteDeleteAsync(cancellationToken);
        var waiting = await db.Work
            .Where(row => row.Kind == WorkKind.Surface && keys.Contains(row.Key))
            .Select(row => row.Key)
            .ToHashSetAsync(cancellationToken);
        var now = claims.Now;
        db.Work.AddRange(page.Where(upload => !waiting.Contains(upload.Id))
            .Select(upload => WorkList.RowOf(WorkKind.Surface, upload.Id, upload.RunnerId, WorkRank.Machines, now)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
