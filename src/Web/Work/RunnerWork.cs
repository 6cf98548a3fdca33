using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Work;

/// <summary>
/// Changes a runner's rows in one transaction at a time: locks the runner, makes the change with all that follows from it, commits.
/// Every change of uploads, runs and weeks goes through here, and no other place begins a transaction: one that the database ended for
/// the sake of another is made again from its beginning.
/// </summary>
public sealed class RunnerWork(KneeLoadDbContext db, WorkClaims claims, ProgressBell bell)
{
    /// <summary>Times that a change is made before the fault is the caller's. [1]</summary>
    private const int Most = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes a change; nothing of it stays when it throws, or returns false or null.</summary>
    /// <typeparam name="T">The outcome. Its default value means that nothing was changed.</typeparam>
    /// <param name="runnerId">The runner whose rows change.</param>
    /// <param name="change">
    /// The change, which may be made more than once. It gets the runner as the database holds the row once the lock is taken; the row is not tracked.
    /// </param>
    /// <param name="cancellationToken">Ends the work and rolls it back.</param>
    /// <returns>The change's outcome; the default value when there is no such runner.</returns>
    public async Task<T?> DoAsync<T>(Guid runnerId, Func<Runner, Task<T?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return await CommitAsync(
            async () => await LockAsync(runnerId, cancellationToken) ? await change(await db.ReadRunnerAsync(runnerId, cancellationToken)) : default,
            cancellationToken);
    }

    /// <summary>Makes a change that is nobody's.</summary>
    public async Task DoAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await CommitAsync(
            async () =>
            {
                await change();
                return true;
            },
            cancellationToken);
    }

    /// <summary>Makes a change that belongs to work in hand. It is committed only while the claim holds.</summary>
    /// <exception cref="ClaimLostException">Another worker has the work, or it is no longer wanted; nothing of the change stays.</exception>
    public async Task DoAsync(WorkClaim claim, Func<Runner, Task> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(change);
        var done = await DoAsync(
            claim.Runner,
            async runner =>
            {
                await claims.HoldAsync(claim, cancellationToken);
                await change(runner);
                return true;
            },
            cancellationToken);
        if (!done)
        {
            throw new ClaimLostException();
        }

        bell.Ring(claim.Runner);
    }

    /// <summary>Makes the last change of work in hand, and ends the work with it.</summary>
    /// <exception cref="ClaimLostException">Another worker has the work, or it is no longer wanted; nothing of the change stays.</exception>
    public Task EndAsync(WorkClaim claim, Func<Runner, Task> change, CancellationToken cancellationToken) => DoAsync(
        claim,
        async runner =>
        {
            await change(runner);
            await claims.EndAsync(claim, cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes a change that belongs to work in hand, whether it is a runner's or nobody's.</summary>
    /// <exception cref="ClaimLostException">Another worker has the work, or it is no longer wanted; nothing of the change stays.</exception>
    public async Task DoAsync(WorkClaim claim, Func<Task> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(change);
        if (claim.RunnerId is not null)
        {
            await DoAsync(claim, _ => change(), cancellationToken);
            return;
        }

        await DoAsync(
            async () =>
            {
                await claims.HoldAsync(claim, cancellationToken);
                await change();
            },
            cancellationToken);
    }

    // The provider's own strategy makes all of it again where the connection was cut.
    private Task<T?> CommitAsync<T>(Func<Task<T?>> change, CancellationToken cancellationToken)
    {
        var isAgain = false;
        return db.Database.CreateExecutionStrategy().ExecuteAsync(() =>
        {
            if (isAgain)
            {
                db.ChangeTracker.Clear();
            }

            isAgain = true;
            return TryAsync(change, cancellationToken);
        });
    }

    private async Task<T?> TryAsync<T>(Func<Task<T?>> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
#pragma warning disable RS0030 // The one place that begins a transaction.
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
#pragma warning restore RS0030
                var outcome = await change();
                if (!EqualityComparer<T?>.Default.Equals(outcome, default))
                {
                    await transaction.CommitAsync(cancellationToken);
                }

                return outcome;
            }
            catch (Exception exception) when (tries < Most && DatabaseAway.IsVictim(exception))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Pause * (tries + Random.Shared.NextDouble()), cancellationToken);
            }
        }
    }

    // Writing the runner's row to itself locks it on PostgreSQL and SQL Server until the transaction ends. On SQLite the transaction
    // has the file to itself anyway.
    private async Task<bool> LockAsync(Guid runnerId, CancellationToken cancellationToken) =>
        await db.Users.Where(runner => runner.Id == runnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.Created, runner => runner.Created), cancellationToken) > 0;
}
