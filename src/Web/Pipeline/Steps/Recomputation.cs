using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>
/// Brings everything that follows from a runner's files up to date after some of them came or went: which repeat others,
/// what each did against its baseline, and the weeks. Any order of uploads and deletions gives the same rows.
/// </summary>
public sealed class Recomputation(KneeLoadDbContext db, RunnerWork work, IClock clock)
{
    /// <summary>More activities than this are recomputed in several transactions, so that others can write in between. [1]</summary>
    private const int Most = 60;

    /// <summary>Between two parts, so that others who write get their turn: a database with one writer keeps no queue.</summary>
    private static readonly TimeSpan BetweenParts = TimeSpan.FromMilliseconds(30);

    /// <summary>The activities of a part are recomputed in one transaction.</summary>
    private static readonly Duration Part = Duration.FromDays(120);

    /// <summary>Recomputes what a change touches. The caller is inside of <see cref="RunnerWork"/>.</summary>
    /// <param name="runner">Whose.</param>
    /// <param name="changed">From the first start to the last end of the activities that came, went or changed: one that went may have covered others.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    public async Task RunAsync(Runner runner, Interval changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var widened = await DuplicateStep.RunAsync(db, runner.Id, changed, cancellationToken);
        await CopyStep.RunAsync(db, runner.Id, widened, cancellationToken);
        var touched = BaselineStep.Touched(widened);
        await BaselineStep.RunAsync(db, runner.Id, touched, cancellationToken);
        foreach (var weeks in await WeeksStep.TouchedAsync(db, runner, touched, clock.GetCurrentInstant(), cancellationToken))
        {
            await WeeksStep.RunAsync(db, runner, weeks, cancellationToken);
        }
    }

    /// <summary>Recomputes what work in hand has changed, one part after the other. Until all are done the weeks show some of them.</summary>
    /// <exception cref="ClaimLostException">Another worker has the work; the parts that are done stay, and are right.</exception>
    public async Task RunAsync(WorkClaim claim, Interval changed, CancellationToken cancellationToken)
    {
        var widened = changed;
        for (Interval? at = First(changed); at is { } part; at = await NextAsync(claim.Runner, part, changed.End, cancellationToken))
        {
            await work.DoAsync(
                claim,
                async runner =>
                {
                    var touched = await DuplicateStep.RunAsync(db, runner.Id, part, cancellationToken);
                    await CopyStep.RunAsync(db, runner.Id, touched, cancellationToken);
                    widened = new(Instant.Min(widened.Start, touched.Start), Instant.Max(widened.End, touched.End));
                },
                cancellationToken);
        }

        var loads = BaselineStep.Touched(widened);
        for (Interval? at = First(loads); at is { } part; at = await NextAsync(claim.Runner, part, loads.End, cancellationToken))
        {
            await work.DoAsync(claim, runner => BaselineStep.RunAsync(db, runner.Id, part, cancellationToken), cancellationToken);
            await Task.Delay(BetweenParts, cancellationToken);
        }

        IReadOnlyList<WeeksStep.Weeks> left = [];
        await work.DoAsync(
            claim,
            async runner => left = await WeeksStep.TouchedAsync(db, runner, loads, clock.GetCurrentInstant(), cancellationToken),
            cancellationToken);
        foreach (var weeks in left)
        {
            await work.DoAsync(claim, runner => WeeksStep.RunAsync(db, runner, weeks, cancellationToken), cancellationToken);
            await Task.Delay(BetweenParts, cancellationToken);
        }
    }

    /// <summary>Whether a change touches more activities than one transaction should hold.</summary>
    public async Task<bool> IsLongAsync(Guid runnerId, Interval changed, CancellationToken cancellationToken)
    {
        var touched = BaselineStep.Touched(changed);
        var (from, to) = (touched.Start, touched.End);
        return await db.Runs.Where(run => run.RunnerId == runnerId && run.Start >= from && run.Start <= to).Take(Most + 1).CountAsync(cancellationToken) > Most;
    }

    /// <summary>Recomputes all weeks, as after a new start of the week. The caller is inside of <see cref="RunnerWork"/>.</summary>
    public Task WeeksAsync(Runner runner, CancellationToken cancellationToken) => WeeksAsync(runner, changed: null, cancellationToken);

    /// <summary>Recomputes the weeks alone, as after a change of the ground. The caller is inside of <see cref="RunnerWork"/>.</summary>
    /// <param name="runner">Whose.</param>
    /// <param name="changed">From the first start to the last end of the changed activities; null for all weeks.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    public async Task WeeksAsync(Runner runner, Interval? changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        foreach (var weeks in await WeeksStep.TouchedAsync(db, runner, changed, clock.GetCurrentInstant(), cancellationToken))
        {
            await WeeksStep.RunAsync(db, runner, weeks, cancellationToken);
        }
    }

    private static Interval First(Interval whole) => new(whole.Start, Instant.Min(whole.Start + Part, whole.End));

    // Years in which nothing was run are passed over: one file of an archive may lie decades before the others, or on no known day.
    private async Task<Interval?> NextAsync(Guid runnerId, Interval part, Instant end, CancellationToken cancellationToken)
    {
        var after = part.End;
        return after < end
            && await db.Runs
                .Where(run => run.RunnerId == runnerId && run.Start >= after && run.Start <= end)
                .MinAsync(run => (Instant?)run.Start, cancellationToken) is { } next
            ? new(next, Instant.Min(next + Part, end))
            : null;
    }
}
