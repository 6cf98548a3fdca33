using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Ends an import before its last file. The runs that were read stay, and the weeks follow from them.</summary>
internal static class ImportEnd
{
    /// <summary>Takes the import out of the work and has the weeks added up. The caller is inside of <see cref="RunnerWork"/>.</summary>
    public static async Task RunAsync(KneeLoadDbContext db, WorkList list, Upload upload, ImportProgress progress, CancellationToken cancellationToken)
    {
        await db.Work.Where(row => row.Kind == WorkKind.Import && row.Key == upload.Id).ExecuteDeleteAsync(cancellationToken);
        var stored = await db.AllRuns.Where(run => run.UploadId == upload.Id)
            .Select(run => new { run.Start, run.End, run.MapId })
            .ToListAsync(cancellationToken);
        var report = progress.Report.Cancelled();
        Interval? changed = stored.Count > 0 ? new(stored.Min(run => run.Start), stored.Max(run => run.End)) : null;
        var next = new WeeklyLoadProgress(report.State, report.Reason, stored.Select(run => run.MapId).FirstOrDefault(), changed);
        await list.AddAsync(WorkKind.WeeklyLoad, upload.Id, upload.RunnerId, upload.ImportRank, next.Write(), cancellationToken);
    }
}
