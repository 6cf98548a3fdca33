namespace KneeLoad.Ingest.Maps;

/// <summary>So many ways as fit into a stated number of nodes, to be given their places together.</summary>
internal sealed class WayBatch(int nodesAtOnce)
{
    private readonly List<(ushort Nature, long Id, int Nodes)> ways = [];
    private long[] ids = new long[nodesAtOnce];
    private int[] order = new int[nodesAtOnce];
    private long[] places = new long[nodesAtOnce];
    private int count;
    private (ushort Nature, long Id, int Nodes)? waiting;

    /// <summary>Takes the next ways in.</summary>
    /// <returns>How many.</returns>
    public int Fill(FileReader reader, int most)
    {
        ways.Clear();
        count = 0;
        while (ways.Count < most)
        {
            var way = waiting ?? (reader.ReadUInt16(), reader.ReadSigned(), (int)reader.ReadVarint());
            waiting = null;
            if (way.Nodes > ids.Length - count && ways.Count > 0)
            {
                waiting = way;
                break;
            }

            Ensure(way.Nodes);
            ways.Add(way);
            long node = 0;
            for (var i = 0; i < way.Nodes; i++)
            {
                node = unchecked(node + reader.ReadSigned());
                ids[count++] = node;
            }
        }

        return ways.Count;
    }

    /// <summary>Looks up the places of all nodes in one go along the sorted runs.</summary>
    public void Resolve(NodeStore nodes)
    {
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        places.AsSpan(0, count).Fill(CellBuckets.NoPlace);
        Array.Sort(ids, order, 0, count);
        nodes.Find(ids.AsSpan(0, count), order.AsSpan(0, count), places);
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

    /// <summary>One way alone may have more nodes than the batch: a block's bytes bound it.</summary>
    private void Ensure(int more)
    {
        if (count + more > ids.Length)
        {
            Array.Resize(ref ids, count + more);
            Array.Resize(ref order, count + more);
            Array.Resize(ref places, count + more);
        }
    }
}
