using KneeLoad.Web.Data;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Corrections;

/// <summary>Reads one stored activity again out of its original.</summary>
public sealed class OriginalReading(KneeLoadDbContext db, OriginalStore store)
{
    /// <summary>The activity as its file states it.</summary>
    /// <returns>Null when the runner has no such activity, or the file is not held any more as it was.</returns>
    /// <exception cref="DamagedOriginalException">The original's bytes are no longer those that were uploaded.</exception>
    internal async Task<ImportedRun?> ReadAsync(Guid runnerId, Guid runId, CancellationToken cancellationToken)
    {
        var source = await db.AllRuns.AsNoTracking()
            .Where(run => run.Id == runId && run.RunnerId == runnerId)
            .Select(run => new { run.Upload.ContentHash, run.Upload.FileName, run.Upload.Received, run.Ordinal })
            .SingleOrDefaultAsync(cancellationToken);
        if (source is null)
        {
            return null;
        }

        var runner = await db.Users.AsNoTracking().SingleAsync(row => row.Id == runnerId, cancellationToken);
        await using var original = await store.OpenVerifiedAsync(runnerId, source.ContentHash, cancellationToken);
        return UploadReading.Files(
            original,
            source.FileName,
            store.Archives,
            member => RunKey.Of(runnerId, source.ContentHash, member, source.Ordinal) == runId)
            .SelectMany(file => ImportedRun.Of(runnerId, source.ContentHash, file, new(runner.Zone, source.Received)))
            .FirstOrDefault(run => run.Id == runId);
    }
}
