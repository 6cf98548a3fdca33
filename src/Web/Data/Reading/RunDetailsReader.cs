using KneeLoad.Web.Data.Formats;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads one run for its page.</summary>
public sealed class RunDetailsReader(KneeLoadDbContext db)
{
    /// <summary>The run, if it is the runner's.</summary>
    /// <returns>Null when there is no such run, or it is somebody else's.</returns>
    public async Task<RunDetails?> ReadAsync(Guid runnerId, Guid runId, CancellationToken cancellationToken)
    {
        var row = await db.Runs.AsNoTracking()
            .Where(run => run.Id == runId && run.RunnerId == runnerId)
            .Select(run => new
            {
                run.UploadId,
                run.Upload.ByHand,
                run.Upload.FileName,
                run.MemberName,
                run.Metrics,
                run.Load,
                run.Surface,
                run.Traces,
                run.DuplicateOfId,
                run.Warnings,
                run.ModelVersion,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var corrections = await db.RunCorrections.AsNoTracking()
            .Where(told => told.RunnerId == runnerId && told.RunId == runId)
            .OrderBy(told => told.Told).ThenBy(told => told.Kind)
            .ToListAsync(cancellationToken);
        var metrics = StoredJson.ReadMetrics(row.Metrics);
        return new RunDetails(
            runId,
            row.UploadId,
            row.ByHand,
            row.MemberName ?? row.FileName,
            metrics,
            row.Load is null ? null : StoredJson.ReadLoad(row.Load),
            StoredJson.ReadSurface(row.Surface),
            TraceCodec.Unpack(row.Traces).ScaledTo(metrics),
            row.DuplicateOfId,
            corrections,
            row.Warnings,
            row.ModelVersion);
    }
}
