using KneeLoad.Web.Data;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>
/// The work that this process has in hand. It extends the claims while the work goes on, so that a process that stands still or is
/// gone loses them, and it gives work that a process died with a turn without any other beside it.
/// </summary>
public sealed partial class WorkHands(IServiceScopeFactory scopes, MachineTime machine, ILogger<WorkHands> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>More than any machine has workers. [1]</summary>
    private const int Most = 64;

    private readonly SemaphoreSlim places = new(Most, Most);
    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly Lock guard = new();
    private readonly Dictionary<Guid, Hand> held = [];

    /// <summary>Names this process in its claims.</summary>
    public Guid Process { get; } = Guid.NewGuid();

    /// <summary>Waits for a place. It is left by disposing what is returned.</summary>
    /// <param name="isAlone">True for work that is done with no other beside it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<WorkPlace> EnterAsync(bool isAlone, CancellationToken cancellationToken)
    {
        if (!isAlone)
        {
            await places.WaitAsync(cancellationToken);
            return new WorkPlace(share: null, () => places.Release());
        }

        await alone.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < Most; taken++)
            {
                await places.WaitAsync(cancellationToken);
            }
        }
        catch
        {
            Leave();
            throw;
        }

        return new WorkPlace(Share, () => places.Release());

        void Share()
        {
            places.Release(Most - 1);
            alone.Release();
        }

        void Leave()
        {
            if (taken > 0)
            {
                places.Release(taken);
            }

            alone.Release();
        }
    }

    /// <summary>Extends a claim until what is returned is disposed.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="place">The place that its work has here.</param>
    /// <param name="until">When it runs out unless it is extended.</param>
    public IDisposable Keep(WorkClaim claim, WorkPlace place, Instant until)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (guard)
        {
            held.Add(claim.Token, new(place, until));
        }

        return new Kept(this, claim.Token);
    }

    /// <summary>Lets other work in beside work that comes on.</summary>
    public void LetIn(WorkClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (guard)
        {
            held.GetValueOrDefault(claim.Token)?.Place.Share();
        }
    }

    /// <summary>Whether this process has the work of a claim in hand.</summary>
    public bool Has(Guid? token)
    {
        lock (guard)
        {
            return token is { } one && held.ContainsKey(one);
        }
    }

    /// <summary>
    /// Whether a claim holds for all that this process knows: a process that stood still longer than its claim learns it here, without
    /// asking anybody, and lets nothing leave the house any more.
    /// </summary>
    public bool Holds(WorkClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (guard)
        {
            return held.TryGetValue(claim.Token, out var hand) && machine.Now < hand.Until;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        places.Dispose();
        alone.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // It stops after the workers, who are started after it.
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await BeatAsync(stoppingToken);
        }
    }

    /// <summary>Extends the claims of all work in hand.</summary>
    internal async Task BeatAsync(CancellationToken cancellationToken)
    {
        Guid[] tokens;
        lock (guard)
        {
            tokens = [.. held.Keys];
        }

        await Task.WhenAll(tokens.Select(token => ExtendAsync(token, cancellationToken)));
    }

    private async Task ExtendAsync(Guid token, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.OfAll();
            var until = await scope.ServiceProvider.GetRequiredService<WorkClaims>().ExtendAsync(Process, token, cancellationToken);
            lock (guard)
            {
                if (held.TryGetValue(token, out var hand))
                {
                    held[token] = hand with { Until = until ?? Instant.MinValue };
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The next beat tries again; a claim that runs out meanwhile is fenced at its commit.
            LogFault(exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A claim of this process could not be extended; it is tried again: {Fault}")]
    private partial void LogFault(string fault);

    /// <summary>Work in hand.</summary>
    /// <param name="Place">Its place.</param>
    /// <param name="Until">When its claim runs out unless it is extended.</param>
    private sealed record Hand(WorkPlace Place, Instant Until);

    private sealed class Kept(WorkHands hands, Guid token) : IDisposable
    {
        public void Dispose()
        {
            lock (hands.guard)
            {
                hands.held.Remove(token);
            }
        }
    }
}

/// <summary>A place at work, with others beside it or without.</summary>
/// <param name="share">Lets others in; null where they are.</param>
/// <param name="leave">Gives the place to the next.</param>
public sealed class WorkPlace(Action? share, Action leave) : IDisposable
{
    private int shared;
    private int left;

    /// <summary>Lets others in beside it.</summary>
    public void Share()
    {
        if (Interlocked.Exchange(ref shared, 1) == 0)
        {
            share?.Invoke();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref left, 1) == 0)
        {
            Share();
            leave();
        }
    }
}
