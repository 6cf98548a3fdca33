using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>
/// Notes once, at rows that an earlier version stored, what later ones note as they store them. A change of the database adds it for each runner.
/// </summary>
internal sealed class CatchUpWork(KneeLoadDbContext db, RunnerWork work, IClock clock) : IWork
{
    /// <summary>Runs that are looked at in one transaction, so that others can write in between. [1]</summary>
    private const int Chunk = 500;

    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        for (var last = Instant.FromUnixTimeTicks(0); await NextAsync(claim.Runner, last, cancellationToken) is { Count: > 0 } starts; last = starts[^1])
        {
            await work.DoAsync(claim, runner => CopyStep.RunAsync(db, runner.Id, new(starts[0], starts[^1]), cancellationToken), cancellationToken);
        }

        IReadOnlyList<WeeksStep.Weeks> left = [];
        await work.DoAsync(
            claim,
            async runner => left = await WeeksStep.TouchedAsync(db, runner, changed: null, clock.GetCurrentInstant(), cancellationToken),
            cancellationToken);
        foreach (var weeks in left)
        {
            await work.DoAsync(claim, runner => WeeksStep.RunAsync(db, runner, weeks, cancellationToken), cancellationToken);
        }

        await work.EndAsync(claim, _ => Task.CompletedTask, cancellationToken);
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<List<Instant>> NextAsync(Guid runnerId, Instant after, CancellationToken cancellationToken) => db.Runs
        .Where(run => run.RunnerId == runnerId && run.Start > after && run.LocalDate >= OpenQuestionsReader.FirstKnownDay)
        .OrderBy(run => run.Start).Select(run => run.Start).Take(Chunk).ToListAsync(cancellationToken);
}
