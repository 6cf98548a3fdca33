using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>So many ways as fit into a stated number of nodes, to be given their places together.</summary>
internal sealed class WayBatch(int nodesAtOnce, int processors)
{
    private const int WaysASlice = 4_000;

    // Bounds of memory beside the nodes'; real ways reach those of the nodes first, or nearly.
    private const int MostWays = 1 << 19;
    private const int MostShapeBytes = 8 << 20;
    private readonly List<Way> ways = [];
    private readonly List<Slice> slices = [];
    private readonly ByteBuffer shapes = new();
    private readonly ulong[] nodes = new ulong[nodesAtOnce];
    private readonly long[] places = new long[nodesAtOnce];
    private int count;
    private (Way Way, int Bytes)? waiting;

    /// <summary>Number of slices of ways.</summary>
    public int Slices => slices.Count;

    /// <summary>Number of the looked-up nodes that the extract lacks.</summary>
    public int Missing => places.AsSpan(0, count).Count(CellBuckets.NoPlace);

    /// <summary>Takes the next ways in.</summary>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(FileReader reader, int most)
    {
        ways.Clear();
        slices.Clear();
        shapes.Clear();
        count = 0;
        while (ways.Count < Math.Min(most, MostWays))
        {
            var (way, bytes) = waiting ?? (new(reader.ReadUInt16(), (int)reader.ReadVarint(), reader.ReadSigned()), (int)reader.ReadVarint());
            if (way.Nodes > nodes.Length - count || (count > 0 && shapes.Length + bytes > MostShapeBytes))
            {
                waiting = (way, bytes);
                break;
            }

            waiting = null;
            if (ways.Count % WaysASlice == 0)
            {
                slices.Add(new(count, shapes.Length));
            }

            ways.Add(way);
            shapes.Write(reader.ReadBytes(bytes));
            count += way.Nodes;
        }

        return ways.Count;
    }

    /// <summary>Looks up the places of all nodes: each processor sorts a part of them, and all go along the sorted runs together.</summary>
    public void Resolve(NodeStore store)
    {
        var parts = new Memory<ulong>[Math.Min(processors, Slices)];
        Parallel.For(0, parts.Length, i => parts[i] = Sort(i * Slices / parts.Length, (i + 1) * Slices / parts.Length));
        store.Find(parts, places);
    }

    /// <summary>Puts some of the ways into the cells that they touch; several threads may, each with its own pieces.</summary>
    /// <param name="slice">Which: each 4,000 make one.</param>
    /// <param name="firstNumber">Number of the batch's first way.</param>
    /// <param name="pieces">Is emptied and filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cut(int slice, int firstNumber, BucketPieces pieces)
    {
        pieces.Clear();
        var node = slices[slice].Node;
        var number = firstNumber + (slice * WaysASlice);
        foreach (var way in WaysOf(slice))
        {
            pieces.Add(number++, way.Id, way.Nature, places.AsSpan(node, way.Nodes));
            node += way.Nodes;
        }
    }

    /// <summary>The sorted nodes of some slices; the places, needed only later, are room to sort in, and then empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Memory<ulong> Sort(int firstSlice, int endSlice)
    {
        var (from, to) = (slices[firstSlice].Node, endSlice < Slices ? slices[endSlice].Node : count);
        var shape = new ByteCursor(shapes.Written[slices[firstSlice].Shape..]);
        var order = from;
        for (var slice = firstSlice; slice < endSlice; slice++)
        {
            foreach (var way in WaysOf(slice))
            {
                long node = 0;
                foreach (ref var key in nodes.AsSpan(order, way.Nodes))
                {
                    node = unchecked(node + shape.ReadSigned());
                    key = NodeKeys.Of(node, order++);
                }
            }
        }

        NodeKeys.Sort(nodes.AsSpan(from..to), MemoryMarshal.Cast<long, ulong>(places.AsSpan(from..to)));
        places.AsSpan(from..to).Fill(CellBuckets.NoPlace);
        return nodes.AsMemory(from..to);
    }

    private ReadOnlySpan<Way> WaysOf(int slice) =>
        CollectionsMarshal.AsSpan(ways)[(slice * WaysASlice)..Math.Min(ways.Count, (slice + 1) * WaysASlice)];

    private readonly record struct Way(ushort Nature, int Nodes, long Id);

    private readonly record struct Slice(int Node, int Shape);
}
