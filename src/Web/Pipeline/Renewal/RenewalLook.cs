using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Renewal;

/// <summary>
/// Has files analysed again after the version of the model or of plausibility changed, some at a time. Until its turn comes a run stands as it was analysed,
/// and what the runner said of it outlives the change.
/// </summary>
internal sealed class RenewalLook(KneeLoadDbContext db, WorkBell bell, MachineTime machine) : ILook
{
    /// <summary>Uploads that wait at once. [1]</summary>
    private const int AtOnce = 100;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // Two ranges of the index, since "another version" is none.
#pragma warning disable CA1309 // The database compares, by its own order.
        await AddAsync(db.AllRuns.Where(run => string.Compare(run.ModelVersion, AnalysisVersion.Current) < 0), cancellationToken);
        await AddAsync(db.AllRuns.Where(run => string.Compare(run.ModelVersion, AnalysisVersion.Current) > 0), cancellationToken);
#pragma warning restore CA1309
    }

    private async Task AddAsync(IQueryable<Run> outdated, CancellationToken cancellationToken)
    {
        // Renewal that was given up stands in its row, and is not added again and again.
        var uploads = await outdated
            .Where(run => run.Upload.State == UploadState.Done && !db.Work.Any(row => row.Kind == WorkKind.Renewal && row.Key == run.UploadId))
            .Select(run => new { run.UploadId, run.RunnerId })
            .Distinct()
            .OrderBy(run => run.UploadId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (uploads.Count == 0)
        {
            return;
        }

        var now = machine.Now;
        db.Work.AddRange(uploads.Select(upload => WorkList.RowOf(WorkKind.Renewal, upload.UploadId, upload.RunnerId, WorkRank.Machines, now)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        foreach (var runnerId in uploads.Select(upload => upload.RunnerId).Distinct())
        {
            bell.Ring(runnerId);
        }
    }
}
