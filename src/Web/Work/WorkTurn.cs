using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Configurations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>
/// One try at one piece of work: takes it in hand, has it done, and writes down how it ended. A try counts when it ended by its own
/// fault; a stop, a database that is away and a claim that was lost count for nothing.
/// </summary>
public sealed partial class WorkTurn(
    KneeLoadDbContext db,
    RowsInSight rows,
    WorkClaims claims,
    WorkHands hands,
    WorkBell bell,
    RunnerWork work,
    RetryPauses usual,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    ILogger<WorkTurn> logger)
{
    /// <summary>The pause after a try that the database or another worker broke off.</summary>
    private static readonly Duration Breath = Duration.FromSeconds(1);

    /// <summary>Tries one piece of work, if it waits, is due and is in nobody's hand.</summary>
    /// <param name="kind">Name of its kind.</param>
    /// <param name="key">Key of the row that it is about.</param>
    /// <param name="cancellationToken">Ends the try without counting it.</param>
    public async Task<WorkOutcome> RunAsync(string kind, Guid key, CancellationToken cancellationToken)
    {
        rows.SeeAll();
        if (await ReadAsync(kind, key, cancellationToken) is { Owner: not null } held && (held.Until < claims.Now))
        {
            await claims.TakeBackAsync(all: false, cancellationToken);
        }

        if (await ReadAsync(kind, key, cancellationToken) is not { Failed: false } item)
        {
            return WorkOutcome.Nothing;
        }

        if (item.Owner is not null)
        {
            return WorkOutcome.InOtherHands;
        }

        if (item.Due > claims.Now)
        {
            return WorkOutcome.NotDue;
        }

        using var place = await hands.EnterAsync(item.Alone, cancellationToken);
        if (await claims.TakeAsync(kind, key, cancellationToken) is not { Claim: { } token } taken)
        {
            return WorkOutcome.InOtherHands;
        }

        var claim = new WorkClaim(kind, key, taken.RunnerId, taken.Progress, token);
        using (hands.Keep(claim, place, taken.Until ?? claims.Now))
        {
            // Work of a runner finds that runner's rows alone.
            if (taken.RunnerId is { } runnerId)
            {
                rows.See(runnerId);
            }

            // A process died with it while it waited here for its place: it comes again, alone.
            var outcome = taken.Alone && !item.Alone
                ? await AgainAsync(claim, Duration.Zero, reason: null, tries: 0)
                : await TryAsync(claim, taken, cancellationToken);
            bell.Ring(taken.RunnerId);
            return outcome;
        }
    }

    /// <summary>When to look again at work that another has in hand or that is not due: that is over by then, or the other is dead.</summary>
    public async Task<Duration> UntilNextAsync(string kind, Guid key, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(kind, key, cancellationToken);
        var left = (row?.Until ?? row?.Due ?? Instant.MinValue) - claims.Now + Breath;
        return left < Breath ? Breath : left > WorkClaims.Lease + Breath ? WorkClaims.Lease + Breath : left;
    }

    private RetryPauses PausesOf(WorkClaim claim) => services.GetKeyedService<RetryPauses>(claim.Kind) ?? usual;

    private void Log(WorkClaim claim, Exception fault)
    {
        if (fault is NotDoneException)
        {
            LogNotDone(claim.Kind, claim.Key, fault.Message);
        }
        else
        {
            LogFault(claim.Kind, claim.Key, fault);
        }
    }

    private Task<WorkItem?> ReadAsync(string kind, Guid key, CancellationToken cancellationToken) =>
        db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Kind == kind && row.Key == key, cancellationToken);

    private async Task<WorkOutcome> TryAsync(WorkClaim claim, WorkItem item, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var handler = services.GetRequiredKeyedService<IWork>(claim.Kind);
        try
        {
            if (item.Attempts >= PausesOf(claim).Tries)
            {
                return await GiveUpAsync(handler, claim, fault: null, cancellationToken);
            }

            await handler.DoAsync(claim, stop.Token);
            db.ChangeTracker.Clear();
            return await AgainAsync(claim, Duration.Zero, reason: null, tries: 0);
        }
        catch (ClaimLostException)
        {
            return WorkOutcome.InOtherHands;
        }
        catch (Exception exception)
        {
            db.ChangeTracker.Clear();
            return await EndAsync(handler, claim, item, exception, stop.IsCancellationRequested);
        }
    }

    private async Task<WorkOutcome> EndAsync(IWork handler, WorkClaim claim, WorkItem item, Exception fault, bool isStopped)
    {
        try
        {
            if (isStopped && fault is OperationCanceledException)
            {
                await AgainAsync(claim, Duration.Zero, reason: null, tries: 0);
                return WorkOutcome.Stopped;
            }

            if (DatabaseAway.Is(fault))
            {
                LogAway(claim.Kind, claim.Key);
                return await AgainAsync(claim, Breath, reason: null, tries: 0);
            }

            Log(claim, fault);
            var (tries, pauses) = (item.Attempts + 1, PausesOf(claim));
            if (tries < pauses.Tries && fault is not NotDoneException { IsFinal: true })
            {
                return await AgainAsync(claim, pauses.After(tries), Words(fault), tries: 1);
            }

            try
            {
                return await GiveUpAsync(handler, claim, fault, CancellationToken.None);
            }
            catch (Exception exception) when (exception is not ClaimLostException && !DatabaseAway.Is(exception))
            {
                // Not even giving up succeeds: the owner reads of it, and it is tried again after the longest pause.
                LogFault(claim.Kind, claim.Key, exception);
                db.ChangeTracker.Clear();
                return await AgainAsync(claim, pauses.After(tries), Words(exception), tries: 1);
            }
        }
        catch (ClaimLostException)
        {
            return WorkOutcome.InOtherHands;
        }
        catch (Exception exception) when (DatabaseAway.Is(exception))
        {
            // The claim runs out by itself.
            LogAway(claim.Kind, claim.Key);
            return WorkOutcome.Again;
        }
    }

    private async Task<WorkOutcome> AgainAsync(WorkClaim claim, Duration pause, string? reason, int tries) =>
        await claims.GiveBackAsync(claim, claims.Now + pause, reason, tries, CancellationToken.None) ? WorkOutcome.Again : WorkOutcome.Done;

    private async Task<WorkOutcome> GiveUpAsync(IWork handler, WorkClaim claim, Exception? fault, CancellationToken cancellationToken)
    {
        var reason = fault is null ? "Its process ended each time." : Words(fault);
        await work.DoAsync(claim, () => GiveUpAsync(handler, claim, fault, reason, cancellationToken), cancellationToken);
        return WorkOutcome.GivenUp;
    }

    private async Task GiveUpAsync(IWork handler, WorkClaim claim, Exception? fault, string reason, CancellationToken cancellationToken)
    {
        await handler.GiveUpAsync(claim, fault, cancellationToken);
        db.ChangeTracker.Clear();
        await claims.FailAsync(claim, reason, tries: fault is null ? 0 : 1, cancellationToken);
    }

    // For the owner, who is not to read of runs and places: the kind of fault, and no words that a file could have brought.
    private static string Words(Exception fault)
    {
        if (fault is NotDoneException)
        {
            return fault.Message;
        }

        var names = new List<string>();
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            names.Add(inner.GetType().Name);
        }

        var words = string.Join(" < ", names);
        return words.Length <= WorkItemConfiguration.LongestReason ? words : words[..WorkItemConfiguration.LongestReason];
    }

    [LoggerMessage(LogLevel.Error, "Work {Kind} {Key} failed.")]
    private partial void LogFault(string kind, Guid key, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Work {Kind} {Key} was not taken: {Reason}")]
    private partial void LogNotDone(string kind, Guid key, string reason);

    [LoggerMessage(LogLevel.Warning, "Work {Kind} {Key} found the database away; it is tried again.")]
    private partial void LogAway(string kind, Guid key);
}

/// <summary>Names how a try ended.</summary>
public enum WorkOutcome
{
    /// <summary>There was nothing to do.</summary>
    Nothing,

    /// <summary>Another worker has it.</summary>
    InOtherHands,

    /// <summary>Its pause is not over.</summary>
    NotDue,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It goes on, now or after a pause.</summary>
    Again,

    /// <summary>The service stops; it goes on after the next start.</summary>
    Stopped,

    /// <summary>It was tried as often as it may be.</summary>
    GivenUp,
}
