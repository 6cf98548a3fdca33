using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Maps;

/// <summary>So many ways as fit into a stated number of nodes, to be given their places together.</summary>
internal sealed class WayBatch(int nodesAtOnce)
{
    private readonly List<(ushort Nature, long Id, int Nodes)> ways = [];
    private readonly ulong[] nodes = new ulong[nodesAtOnce];
    private readonly long[] places = new long[nodesAtOnce];
    private int count;
    private (ushort Nature, long Id, int Nodes, int Bytes)? waiting;

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
            ways.Add((way.Nature, way.Id, way.Nodes));
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

    /// <summary>Hands the ways on.</summary>
    /// <param name="number">Number of the first.</param>
    /// <param name="buckets">Where they go.</param>
    /// <returns>Number of the next.</returns>
    public int Emit(int number, CellBuckets buckets)
    {
        var from = 0;
        foreach (var way in ways)
        {
            buckets.Add(number++, way.Id, way.Nature, places.AsSpan(from, way.Nodes));
            from += way.Nodes;
        }

        return number;
    }
}
