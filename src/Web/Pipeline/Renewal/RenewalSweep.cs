using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Renewal;

/// <summary>
/// Has files analysed again after the version of the model or of plausibility changed, some at a time. Until its turn comes a run stands as it was analysed,
/// and what the runner said of it outlives the change.
/// </summary>
internal sealed class RenewalSweep(KneeLoadDbContext db) : ISweep
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Uploads at once, so that a long history does not stand before what is handed over today. [1]</summary>
    private const int AtOnce = 100;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // What failed is not tried again and again: its runs stay as they are, and say their version.
        var outdated = await db.AllRuns.AsNoTracking()
            .Where(run => run.ModelVersion != AnalysisVersion.Current && run.Upload.State == UploadState.Done)
            .Select(run => run.UploadId)
            .Distinct()
            .OrderBy(upload => upload)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (outdated.Count == 0)
        {
            return;
        }

        await db.Uploads.Where(upload => outdated.Contains(upload.Id) && upload.State == UploadState.Done).ExecuteUpdateAsync(
            set => set
                .SetProperty(upload => upload.State, UploadState.Received)
                .SetProperty(upload => upload.Attempts, 0),
            cancellationToken);
    }
}
