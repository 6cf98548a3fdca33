using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>
/// Second pass: keeps the places of needed nodes on disk in sorted runs of a million, so that they are looked up by
/// going along a run, whatever order the extract had.
/// </summary>
internal sealed class NodeStore(WorkFolder work) : IDisposable
{
    private const int RunLength = 1 << 20;

    private readonly FileStream file = new(work.PathOf("nodes"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    private readonly List<Run> runs = [];
    private readonly long[] ids = new long[RunLength];
    private readonly long[] places = new long[RunLength];
    private int count;
    private bool sorted = true;

    /// <summary>Keeps the nodes of a block.</summary>
    public void Add(OsmNodes block)
    {
        for (var from = 0; from < block.Ids.Count;)
        {
            if (count == RunLength)
            {
                EndRun();
            }

            var part = Math.Min(block.Ids.Count - from, RunLength - count);
            sorted &= block.AreRising && (count == 0 || ids[count - 1] <= block.Ids[from]);
            block.Ids.CopyTo(from, ids, count, part);
            block.Places.CopyTo(from, places, count, part);
            from += part;
            count += part;
        }
    }

    /// <summary>Ends the last run.</summary>
    public void Complete() => EndRun();

    /// <summary>Finds the places of nodes.</summary>
    /// <param name="wanted">Nodes as <see cref="NodeKeys"/>, in parts that each rise; each part is looked up by a thread of its own.</param>
    /// <param name="found">The places, in the order that the keys name; stays as it was for a node that the extract lacks.</param>
    public void Find(Memory<ulong>[] wanted, long[] found)
    {
        foreach (var run in runs)
        {
            if (Array.Exists(wanted, part => Within(part.Span, run).Length > 0))
            {
                Load(run);
                Parallel.For(0, wanted.Length, i => Find(run, Within(wanted[i].Span, run), found));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static ReadOnlySpan<ulong> Within(ReadOnlySpan<ulong> rising, Run run) =>
        rising[LowerBound(rising, NodeKeys.Of(run.Least, 0))..LowerBound(rising, NodeKeys.After(run.Greatest))];

    private static int LowerBound(ReadOnlySpan<ulong> rising, ulong value)
    {
        var (from, to) = (0, rising.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = rising[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(Run run, ReadOnlySpan<ulong> wanted, long[] found)
    {
        for (int i = 0, next = 0; next < wanted.Length; i++)
        {
            // Every key of this node lies between these two.
            var (first, end) = (NodeKeys.Of(ids[i], 0), NodeKeys.After(ids[i]));
            while (next < wanted.Length && wanted[next] < first)
            {
                next++;
            }

            for (; next < wanted.Length && wanted[next] < end; next++)
            {
                found[NodeKeys.OrderOf(wanted[next])] = places[i];
            }
        }
    }

    private void EndRun()
    {
        if (count == 0)
        {
            return;
        }

        if (!sorted)
        {
            Array.Sort(ids, places, 0, count);
        }

        runs.Add(new(file.Length, count, ids[0], ids[count - 1]));
        file.Position = file.Length;
        file.Write(MemoryMarshal.AsBytes(ids.AsSpan(0, count)));
        file.Write(MemoryMarshal.AsBytes(places.AsSpan(0, count)));
        count = 0;
        sorted = true;
    }

    private void Load(Run run)
    {
        file.Position = run.Offset;
        file.ReadExactly(MemoryMarshal.AsBytes(ids.AsSpan(0, run.Count)));
        file.ReadExactly(MemoryMarshal.AsBytes(places.AsSpan(0, run.Count)));
    }

    private readonly record struct Run(long Offset, int Count, long Least, long Greatest);
}
