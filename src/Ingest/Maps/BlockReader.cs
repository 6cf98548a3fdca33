using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps;

/// <summary>Reads blocks on all processors and hands them on in the file's order, a few at a time.</summary>
internal static class BlockReader
{
    /// <summary>Reads blocks. Each is good until the next is asked for.</summary>
    public static async IAsyncEnumerable<ReadBlock> ReadAsync(
        OsmPbfFile file, IReadOnlyList<OsmBlob> blobs, OsmContents wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var width = Environment.ProcessorCount + 1;
        var free = new Stack<ReadBlock>(Enumerable.Range(0, width).Select(_ => new ReadBlock()));
        var all = free.ToArray();
        var reading = new Queue<Task<ReadBlock>>();
        var next = 0;
        try
        {
            while (next < blobs.Count || reading.Count > 0)
            {
                while (next < blobs.Count && free.TryPop(out var block))
                {
                    var blob = blobs[next++];
                    reading.Enqueue(Task.Run(() => block.Read(file, blob, wanted), cancellation));
                }

                var read = await reading.Dequeue();
                cancellation.ThrowIfCancellationRequested();
                yield return read;
                free.Push(read);
            }
        }
        finally
        {
            // Buffers go back only when no thread reads into them any more.
            await Task.WhenAll(reading).ContinueWith(_ => Array.ForEach(all, block => block.Dispose()), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
