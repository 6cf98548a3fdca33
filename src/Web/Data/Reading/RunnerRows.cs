using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads a runner's own row.</summary>
public static class RunnerRows
{
    /// <summary>The runner, to read only.</summary>
    /// <exception cref="InvalidOperationException">There is no such runner.</exception>
    public static Task<Runner> ReadRunnerAsync(this KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.AsNoTracking().SingleAsync(runner => runner.Id == runnerId, cancellationToken);
    }
}
