using KneeLoad.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline;

/// <summary>Lets a runner's weeks begin on another day, and adds all of them up anew.</summary>
public sealed class WeekStartChange(KneeLoadDbContext db, Recomputation recomputation)
{
    /// <summary>Changes the day; the same day changes nothing.</summary>
    public async Task RunAsync(Guid runnerId, IsoDayOfWeek weekStart, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await RunnerLock.TakeAsync(db, runnerId, cancellationToken);
        var runner = await db.Users.SingleAsync(row => row.Id == runnerId, cancellationToken);
        if (runner.WeekStart == weekStart)
        {
            return;
        }

        runner.WeekStart = weekStart;
        await db.SaveChangesAsync(cancellationToken);
        await recomputation.WeeksAsync(runner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
