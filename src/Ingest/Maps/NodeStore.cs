using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Maps;

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

    /// <summary>Turns to the next extract.</summary>
    public void StartExtract()
    {
        runs.Clear();
        count = 0;
        file.SetLength(0);
    }

    /// <summary>Keeps the nodes of a block.</summary>
    public void Add(OsmNodes block)
    {
        for (var i = 0; i < block.Ids.Count; i++)
        {
            if (count == RunLength)
            {
                EndRun();
            }

            sorted &= count == 0 || ids[count - 1] <= block.Ids[i];
            ids[count] = block.Ids[i];
            places[count++] = block.Places[i];
        }
    }

    /// <summary>Ends the last run.</summary>
    public void Complete() => EndRun();

    /// <summary>Finds the places of nodes.</summary>
    /// <param name="wanted">Nodes as <see cref="NodeKeys"/>, rising.</param>
    /// <param name="found">The places, in the order that the keys name; stays as it was for a node that the extract lacks.</param>
    public void Find(ReadOnlySpan<ulong> wanted, Span<long> found)
    {
        foreach (var run in runs)
        {
            var next = LowerBound(wanted, NodeKeys.Of(run.Least, 0));
            if (next == wanted.Length || NodeKeys.IdOf(wanted[next]) > run.Greatest)
            {
                continue;
            }

            Load(run);
            for (var i = 0; i < run.Count && next < wanted.Length; i++)
            {
                // Every key of this node lies between these two.
                var (first, last) = (NodeKeys.Of(ids[i], 0), NodeKeys.Of(ids[i], NodeKeys.Most - 1));
                while (next < wanted.Length && wanted[next] < first)
                {
                    next++;
                }

                for (; next < wanted.Length && wanted[next] <= last; next++)
                {
                    found[NodeKeys.OrderOf(wanted[next])] = places[i];
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

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
