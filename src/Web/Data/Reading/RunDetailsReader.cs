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
                run.Upload.FileName,
                run.MemberName,
                run.Metrics,
                run.Load,
                run.Surface,
                run.Traces,
                run.DuplicateOfId,
                run.DuplicateDenied,
                run.ToldKind,
                run.Warnings,
                run.ModelVersion,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new RunDetails(
                runId,
                row.UploadId,
                row.MemberName ?? row.FileName,
                StoredJson.ReadMetrics(row.Metrics),
                row.Load is null ? null : StoredJson.ReadLoad(row.Load),
                StoredJson.ReadSurface(row.Surface),
                TraceCodec.Unpack(row.Traces),
                row.DuplicateOfId,
                row.DuplicateDenied,
                row.ToldKind,
                row.Warnings?.Split('\n') ?? [],
                row.ModelVersion);
    }
}
