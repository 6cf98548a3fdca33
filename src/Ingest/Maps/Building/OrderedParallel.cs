using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>Does like pieces of work on several processors and hands them on in their order, a few at a time.</summary>
internal static class OrderedParallel
{
    /// <summary>Does the work. Each worker's result is good until the next is asked for.</summary>
    /// <param name="count">How many pieces of work.</param>
    /// <param name="processors">How many processors to use.</param>
    /// <param name="make">Makes a worker, which keeps its buffers from one piece to the next.</param>
    /// <param name="work">Does the piece of work of that number.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async IAsyncEnumerable<TWorker> DoAsync<TWorker>(
        int count, int processors, Func<TWorker> make, Action<TWorker, int> work, [EnumeratorCancellation] CancellationToken cancellation)
        where TWorker : IDisposable
    {
        // One worker more than processors: while one result is being used, the others go on.
        TWorker[] workers = [.. Enumerable.Range(0, Math.Min(processors + 1, count)).Select(_ => make())];
        var free = new Stack<TWorker>(workers);
        var working = new Queue<Task<TWorker>>();
        var next = 0;
        try
        {
            while (next < count || working.Count > 0)
            {
                while (next < count && free.TryPop(out var worker))
                {
                    var number = next++;
                    working.Enqueue(Task.Run(() => Do(worker, work, number), cancellation));
                }

                var done = await working.Dequeue();
                cancellation.ThrowIfCancellationRequested();
                yield return done;
                free.Push(done);
            }
        }
        finally
        {
            // Buffers go back only when nobody works with them any more.
            await Task.WhenAll(working).ContinueWith(
                _ => Array.ForEach(workers, worker => worker.Dispose()), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static TWorker Do<TWorker>(TWorker worker, Action<TWorker, int> work, int number)
    {
        work(worker, number);
        return worker;
    }
}
