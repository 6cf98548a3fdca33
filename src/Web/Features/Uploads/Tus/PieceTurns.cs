namespace KneeLoad.Web.Features.Uploads.Tus;

/// <summary>
/// Turns at the pieces of a file: one request of this process at a time, and the newest is served first. A sender whose connection was cut
/// comes back before the service has noticed, and must not wait for the request that nobody sends any more.
/// </summary>
internal sealed class PieceTurns
{
    private readonly Lock guard = new();
    private readonly Dictionary<Guid, Queue> queues = [];

    /// <summary>Ends whoever has the file in hand, and takes the turn.</summary>
    public async Task<PieceTurn> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var stop = new CancellationTokenSource();
        var gone = cancellationToken.UnsafeRegister(static stop => _ = ((CancellationTokenSource)stop!).CancelAsync(), stop);
        Queue queue;
        lock (guard)
        {
            if (!queues.TryGetValue(id, out queue!))
            {
                queues[id] = queue = new();
            }

            _ = queue.Newest?.CancelAsync();
            queue.Newest = stop;
            queue.Users++;
        }

        try
        {
            await queue.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            await gone.DisposeAsync();
            Leave(id, queue, stop);
            throw;
        }

        return new(() =>
        {
            gone.Dispose();
            queue.Turn.Release();
            Leave(id, queue, stop);
        }, stop.Token);
    }

    private void Leave(Guid id, Queue queue, CancellationTokenSource stop)
    {
        lock (guard)
        {
            if (ReferenceEquals(queue.Newest, stop))
            {
                queue.Newest = null;
            }

            if (--queue.Users == 0)
            {
                queues.Remove(id);
                queue.Turn.Dispose();
            }
        }
    }

    /// <summary>The requests at one file.</summary>
    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public CancellationTokenSource? Newest { get; set; }

        public int Users { get; set; }
    }
}

/// <summary>A turn at a file; disposing it gives it to the next.</summary>
/// <param name="leave">Gives the turn back.</param>
/// <param name="stop">Cancelled where a newer request comes, or the sender is gone.</param>
internal sealed class PieceTurn(Action leave, CancellationToken stop) : IDisposable
{
    /// <summary>Cancelled where a newer request comes, or the sender is gone.</summary>
    public CancellationToken Stop => stop;

    public void Dispose() => leave();
}
