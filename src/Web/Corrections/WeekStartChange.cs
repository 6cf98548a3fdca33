using KneeLoad.Web.Data;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>Lets a runner's weeks begin on another day, and adds all of them up anew.</summary>
public sealed class WeekStartChange(KneeLoadDbContext db, RunnerWork work, Recomputation recomputation)
{
    /// <summary>Changes the day.</summary>
    /// <returns>False when it is the same day as before, and nothing was changed.</returns>
    public Task<bool> RunAsync(Guid runnerId, IsoDayOfWeek weekStart, CancellationToken cancellationToken) => work.DoAsync(
        runnerId,
        async runner =>
        {
            if (runner.WeekStart == weekStart)
            {
                return false;
            }

            await db.Users.Where(row => row.Id == runnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.WeekStart, weekStart), cancellationToken);
            runner.WeekStart = weekStart;
            await recomputation.WeeksAsync(runner, cancellationToken);
            return true;
        },
        cancellationToken);
}
