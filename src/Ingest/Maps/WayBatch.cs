using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Maps;

/// <summary>So many ways as fit into a stated number of nodes, to be given their places together.</summary>
internal sealed class WayBatch(int nodesAtOnce)
{
    private const int WaysASlice = 4_000;
    private readonly List<(ushort Nature, long Id, int From, int Nodes)> ways = [];
    private readonly ulong[] nodes = new ulong[nodesAtOnce];
    private readonly long[] places = new long[nodesAtOnce];
    private int count;
    private (ushort Nature, long Id, int Nodes, int Bytes)? waiting;

    /// <summary>How many slices of ways there are.</summary>
    public int Slices => (ways.Count + WaysASlice - 1) / WaysASlice;

    /// <summary>Takes the next ways in.</summary>
    /// <returns>How many.</returns>
    public int Fill(FileReader reader, int most)
    {
        ways.Clear();
        count = 0;
        while (ways.Count < most)
        {
            var way = waiting ?? (reader.ReadUInt16(), reader.ReadSigned(), (int)reader.ReadVarint(), (int)reader.ReadVarint());
            if (way.Nodes > nodes.Length - count)
            {
                waiting = way;
                break;
            }

            waiting = null;
            ways.Add((way.Nature, way.Id, count, way.Nodes));
            var shape = new ByteCursor(reader.ReadBytes(way.Bytes));
            for (long node = 0; !shape.AtEnd; count++)
            {
                node = unchecked(node + shape.ReadSigned());
                nodes[count] = NodeKeys.Of(node, count);
            }
        }

        return ways.Count;
    }

    /// <summary>Looks up the places of all nodes in one go along the sorted runs.</summary>
    public void Resolve(NodeStore store)
    {
        // The places are needed only once the nodes are sorted: until then they are room to sort in.
        NodeKeys.Sort(nodes.AsSpan(0, count), MemoryMarshal.Cast<long, ulong>(places.AsSpan(0, count)));
        places.AsSpan(0, count).Fill(CellBuckets.NoPlace);
        store.Find(nodes.AsSpan(0, count), places);
    }

    /// <summary>Puts some of the ways into the cells that they touch; several threads may, each with its own pieces.</summary>
    /// <param name="slice">Which: each 4,000 make one.</param>
    /// <param name="firstNumber">Number of the batch's first way.</param>
    /// <param name="pieces">Is emptied and filled.</param>
    public void Cut(int slice, int firstNumber, BucketPieces pieces)
    {
        pieces.Clear();
        for (var i = slice * WaysASlice; i < Math.Min(ways.Count, (slice + 1) * WaysASlice); i++)
        {
            var way = ways[i];
            pieces.Add(firstNumber + i, way.Id, way.Nature, places.AsSpan(way.From, way.Nodes));
        }
    }
}
