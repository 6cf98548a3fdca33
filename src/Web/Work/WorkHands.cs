namespace KneeLoad.Web.Work;

/// <summary>
/// The work that this process has in hand. It extends the claims while the work goes on, so that a worker that hangs, stands still or
/// is gone loses them, and it gives work that a process died with a turn without any other beside it.
/// </summary>
public sealed partial class WorkHands(IServiceScopeFactory scopes, ILogger<WorkHands> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>More than any machine has workers. [1]</summary>
    private const int Most = 64;

    private readonly SemaphoreSlim places = new(Most, Most);
    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly Lock guard = new();
    private readonly HashSet<Guid> tokens = [];

    /// <summary>Names this process in its claims.</summary>
    public Guid Process { get; } = Guid.NewGuid();

    /// <summary>Waits for a place. It is left by disposing what is returned.</summary>
    /// <param name="isAlone">True for work that is done with no other beside it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> EnterAsync(bool isAlone, CancellationToken cancellationToken)
    {
        if (!isAlone)
        {
            await places.WaitAsync(cancellationToken);
            return new Place(() => places.Release());
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

        return new Place(Leave);

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
    public IDisposable Keep(WorkClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (guard)
        {
            tokens.Add(claim.Token);
        }

        return new Place(() =>
        {
            lock (guard)
            {
                tokens.Remove(claim.Token);
            }
        });
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
            await ExtendAsync(stoppingToken);
        }
    }

    private async Task ExtendAsync(CancellationToken cancellationToken)
    {
        Guid[] held;
        lock (guard)
        {
            held = [.. tokens];
        }

        if (held.Length == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkClaims>().ExtendAsync(held, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The next beat tries again; a claim that runs out meanwhile is fenced at its commit.
            LogFault(exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The claims of this process could not be extended; it is tried again: {Fault}")]
    private partial void LogFault(string fault);

    private sealed class Place(Action leave) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                leave();
            }
        }
    }
}
