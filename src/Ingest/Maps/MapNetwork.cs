using System.Runtime.InteropServices;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps;

/// <summary>The ways near a track as a graph: segments between nodes, shared where ways share a place. Not for several threads.</summary>
public sealed class MapNetwork
{
    private readonly List<PlanePoint> nodes;
    private readonly List<NetworkSegment> segments;
    private readonly TrackSquares squares;
    private readonly double reachMetres;
    private readonly int[] firstAtNode;
    private readonly NetworkStep[] steps;
    private readonly int[] stamp;
    private readonly List<int> around = [];
    private int query;

    internal MapNetwork(MapPlane plane, List<PlanePoint> nodes, List<NetworkSegment> segments, TrackSquares squares, double reachMetres)
    {
        Plane = plane;
        this.nodes = nodes;
        this.segments = segments;
        this.squares = squares;
        this.reachMetres = reachMetres;
        stamp = new int[segments.Count];
        (firstAtNode, steps) = Adjacency(nodes.Count, segments);
    }

    /// <summary>The flat map that the network is drawn on.</summary>
    public MapPlane Plane { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => nodes.Count;

    /// <summary>The segments by number.</summary>
    public ReadOnlySpan<NetworkSegment> Segments => CollectionsMarshal.AsSpan(segments);

    /// <summary>The place of a node.</summary>
    public PlanePoint NodeAt(int node) => nodes[node];

    /// <summary>The place of a node on the globe.</summary>
    public GeoPoint PlaceOf(int node) => Plane.PlaceOf(nodes[node].EastMetres, nodes[node].NorthMetres).ToGeoPoint();

    /// <summary>The segments that begin or end at a node, as steps from it.</summary>
    public ReadOnlySpan<NetworkStep> StepsFrom(int node) => steps.AsSpan(firstAtNode[node]..firstAtNode[node + 1]);

    /// <summary>The segments within reach of a place near the track.</summary>
    /// <param name="place">The place.</param>
    /// <param name="near">Is emptied and filled, nearest first.</param>
    public void FindNear(PlanePoint place, List<NearSegment> near)
    {
        ArgumentNullException.ThrowIfNull(near);
        near.Clear();
        query++;
        around.Clear();
        squares.CollectAround(place, around);
        foreach (var segment in around)
        {
            if (stamp[segment] != query)
            {
                stamp[segment] = query;
                AddIfNear(segment, place, near);
            }
        }

        near.Sort(static (a, b) => a.DistanceMetres != b.DistanceMetres ? a.DistanceMetres.CompareTo(b.DistanceMetres) : a.Segment.CompareTo(b.Segment));
    }

    internal static MapNetwork Along(MapIndex index, ReadOnlySpan<GeoPoint> track, Distance reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(reach, Distance.Zero);
        return new NetworkBuilder(index, track, reach).Build();
    }

    private void AddIfNear(int number, PlanePoint place, List<NearSegment> near)
    {
        ref readonly var segment = ref Segments[number];
        var (from, to) = (nodes[segment.From], nodes[segment.To]);
        var (east, north) = (to.EastMetres - from.EastMetres, to.NorthMetres - from.NorthMetres);
        var square = (east * east) + (north * north);
        var share = square > 0
            ? Math.Clamp((((place.EastMetres - from.EastMetres) * east) + ((place.NorthMetres - from.NorthMetres) * north)) / square, 0, 1)
            : 0;
        var nearest = new PlanePoint(from.EastMetres + (share * east), from.NorthMetres + (share * north));
        if (nearest.SquareTo(place) is var away && away <= reachMetres * reachMetres)
        {
            near.Add(new(number, share * segment.LengthMetres, Math.Sqrt(away)));
        }
    }

    private static (int[] First, NetworkStep[] Steps) Adjacency(int nodeCount, List<NetworkSegment> segments)
    {
        var first = new int[nodeCount + 1];
        foreach (var segment in segments)
        {
            first[segment.From]++;
            first[segment.To]++;
        }

        var sum = 0;
        for (var node = 0; node <= nodeCount; node++)
        {
            (first[node], sum) = (sum, sum + first[node]);
        }

        var from = new NetworkStep[sum];
        var filled = first.AsSpan(0, nodeCount).ToArray();
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            from[filled[segment.From]++] = new(i, segment.To, segment.LengthMetres);
            from[filled[segment.To]++] = new(i, segment.From, segment.LengthMetres);
        }

        return (first, from);
    }
}

/// <summary>A segment as a step from one node to the next.</summary>
/// <param name="Segment">Number of the segment.</param>
/// <param name="To">The node at its other end.</param>
/// <param name="LengthMetres">Its length. [m]</param>
public readonly record struct NetworkStep(int Segment, int To, double LengthMetres);

/// <summary>A straight piece of a way between two nodes of a network.</summary>
/// <param name="From">Node at one end.</param>
/// <param name="To">Node at the other.</param>
/// <param name="Way">The way's number in the index.</param>
/// <param name="LengthMetres">Its length. [m]</param>
/// <param name="Surface">What it is made of.</param>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="IsBarred">Whether walkers are not let on it.</param>
public readonly record struct NetworkSegment(int From, int To, int Way, double LengthMetres, WaySurface Surface, WayKind Kind, bool IsBarred);
