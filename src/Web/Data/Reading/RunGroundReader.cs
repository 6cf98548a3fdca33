using KneeLoad.Web.Data.Formats;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads where one run went and what it was run on, with what the runner said of its ways.</summary>
public sealed class RunGroundReader(KneeLoadDbContext db)
{
    /// <summary>The ground of a run, if the run is the runner's.</summary>
    /// <returns>Null when there is no such run, it is somebody else's, or its ground is not known.</returns>
    public async Task<RunGround?> ReadAsync(Guid runnerId, Guid runId, CancellationToken cancellationToken)
    {
        var packed = await db.Runs.AsNoTracking()
            .Where(run => run.Id == runId && run.RunnerId == runnerId)
            .Select(run => run.Ground)
            .SingleOrDefaultAsync(cancellationToken);
        if (packed is null)
        {
            return null;
        }

        var ground = GroundCodec.Unpack(packed);
        var corrections = await GroundCorrections.ReadAsync(db, runnerId, cancellationToken);
        return ground with { Stretches = corrections.Apply(ground.Stretches) };
    }
}
