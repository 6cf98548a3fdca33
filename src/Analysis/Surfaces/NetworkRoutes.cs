using System.Runtime.InteropServices;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Maps;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>Shortest ways along a network, never longer than a limit. What was found from a node is kept for the next point.</summary>
internal sealed class NetworkRoutes(MapNetwork network)
{
    // Sums taken in another order differ in their last digits. [m]
    private static readonly double Rounding = 1.0 / 1000;
    private readonly PriorityQueue<int, double> open = new();
    private readonly double[] metres = new double[network.NodeCount];
    private readonly int[] via = new int[network.NodeCount];
    private readonly int[] seen = new int[network.NodeCount];
    private readonly (double Limit, int From, int Count)[] known = new (double, int, int)[network.NodeCount];
    private readonly List<(int Node, double Metres)> found = [];
    private readonly double[] spread = new double[network.NodeCount];
    private readonly int[] spreadStamp = new int[network.NodeCount];
    private int search;
    private int spreads;

    /// <summary>Prepares <see cref="MetresTo"/> from a place.</summary>
    /// <param name="from">The place.</param>
    /// <param name="limit">Longest way of interest. [m]</param>
    public void SpreadFrom(NearSegment from, double limit)
    {
        spreads++;
        var segment = network.Segments[from.Segment];
        SpreadFrom(segment.From, from.OffsetMetres, limit);
        SpreadFrom(segment.To, segment.LengthMetres - from.OffsetMetres, limit);
    }

    /// <summary>Length of the shortest way from the place spread from. [m]</summary>
    /// <returns>Infinity when there is none within the limit.</returns>
    public double MetresTo(NearSegment from, NearSegment to)
    {
        var segment = network.Segments[to.Segment];
        var around = Math.Min(
            SpreadAt(segment.From) + to.OffsetMetres, SpreadAt(segment.To) + segment.LengthMetres - to.OffsetMetres);
        return from.Segment == to.Segment ? Math.Min(around, Math.Abs(to.OffsetMetres - from.OffsetMetres)) : around;
    }

    /// <summary>The shortest way between two places, piece by piece.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="limit">Longest way of interest. [m]</param>
    /// <param name="route">Is given the segments and the metres on each.</param>
    /// <returns>False when there is none.</returns>
    public bool TryRoute(NearSegment from, NearSegment to, double limit, List<(int Segment, double Metres)> route)
    {
        SpreadFrom(from, limit);
        var length = MetresTo(from, to);
        if (double.IsInfinity(length))
        {
            return false;
        }

        if (from.Segment == to.Segment && Math.Abs(to.OffsetMetres - from.OffsetMetres) <= length)
        {
            route.Add((from.Segment, length));
            return true;
        }

        var (first, last) = (network.Segments[from.Segment], network.Segments[to.Segment]);
        var byStart = SpreadAt(last.From) + to.OffsetMetres <= SpreadAt(last.To) + last.LengthMetres - to.OffsetMetres;
        var (node, rest) = byStart ? (last.From, to.OffsetMetres) : (last.To, last.LengthMetres - to.OffsetMetres);
        Search(length, (first.From, from.OffsetMetres), (first.To, first.LengthMetres - from.OffsetMetres), node);
        var begin = route.Count;
        route.Add((to.Segment, rest));
        while (via[node] is var by && by >= 0)
        {
            var step = network.Segments[by];
            route.Add((by, step.LengthMetres));
            node = step.From == node ? step.To : step.From;
        }

        route.Add((from.Segment, node == first.From && node != first.To ? from.OffsetMetres : first.LengthMetres - from.OffsetMetres));
        CollectionsMarshal.AsSpan(route)[begin..].Reverse();
        return true;
    }

    private double SpreadAt(int node) => spreadStamp[node] == spreads ? spread[node] : double.PositiveInfinity;

    private void SpreadFrom(int node, double tail, double limit)
    {
        if (tail > limit)
        {
            return;
        }

        if (known[node] is not { Count: > 0 } reach || reach.Limit < limit)
        {
            // Points that follow need the same node with about the same limit: the step of a point more now saves most searches.
            known[node] = reach = Reach(node, limit + Choices.MatchedEvery.Value.Metres);
        }

        foreach (var (other, far) in CollectionsMarshal.AsSpan(found).Slice(reach.From, reach.Count))
        {
            // They lie in the order of their distance.
            if (far + tail > limit)
            {
                return;
            }

            if (far + tail < SpreadAt(other))
            {
                spread[other] = far + tail;
                spreadStamp[other] = spreads;
            }
        }
    }

    private (double Limit, int From, int Count) Reach(int node, double limit)
    {
        var from = found.Count;
        Search(limit, (node, 0), (node, 0), target: -1, keep: true);
        return (limit, from, found.Count - from);
    }

    /// <summary>Dijkstra's search from two nodes that already lie some metres away, up to a limit or a target.</summary>
    private void Search(double limit, (int Node, double Metres) one, (int Node, double Metres) two, int target, bool keep = false)
    {
        search += 2;
        open.Clear();
        Open(one.Node, one.Metres, -1);
        Open(two.Node, two.Metres, -1);
        while (open.TryDequeue(out var node, out var far))
        {
            if (seen[node] == search)
            {
                continue;
            }

            seen[node] = search;
            if (keep)
            {
                found.Add((node, far));
            }

            if (node == target)
            {
                return;
            }

            foreach (var step in network.StepsFrom(node))
            {
                if (far + step.LengthMetres <= limit + Rounding)
                {
                    Open(step.To, far + step.LengthMetres, step.Segment);
                }
            }
        }
    }

    private void Open(int node, double far, int by)
    {
        // seen: the search's number = closed, one less = open with a length.
        if (seen[node] == search || (seen[node] == search - 1 && metres[node] <= far))
        {
            return;
        }

        seen[node] = search - 1;
        (metres[node], via[node]) = (far, by);
        open.Enqueue(node, far);
    }
}
