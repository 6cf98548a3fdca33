using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps;

/// <summary>The ways of a network as lines to be drawn, those nearest to the track first.</summary>
internal sealed class NetworkLines
{
    // How far apart the track's places are asked for ways, as a share of the reach: a way's distance is right to half of it.
    private const double StepOfReach = 1.0 / 16;
    private readonly MapNetwork network;
    private readonly double[] metresAway;
    private readonly List<NearSegment> near = [];

    public NetworkLines(MapNetwork network, ReadOnlySpan<GeoPoint> track, Distance reach)
    {
        this.network = network;
        metresAway = new double[network.Segments.Length];
        Array.Fill(metresAway, double.PositiveInfinity);
        var step = StepOfReach * reach.Metres;
        PlanePoint? last = null;
        foreach (var place in track)
        {
            if (network.Plane.At(place) is not { } point || (last is { } before && before.To(point).Metres < step))
            {
                continue;
            }

            foreach (var between in NetworkBuilder.Between(last, point, step))
            {
                Measure(between);
            }

            Measure(point);
            last = point;
        }
    }

    /// <summary>The lines within reach, as many whole ones as the points allow.</summary>
    public List<MapLine> Within(MapIndex index, int mostPoints)
    {
        var lines = new List<MapLine>();
        foreach (var line in Joined(Parts()).OrderBy(line => line.MetresAway).ThenBy(line => line.Way))
        {
            mostPoints -= line.Nodes.Count;
            if (mostPoints < 0)
            {
                break;
            }

            lines.Add(new(index.WayAt(line.Way), line.Surface, line.Kind, [.. line.Nodes.Select(network.PlaceOf)]));
        }

        return lines;
    }

    private void Measure(PlanePoint place)
    {
        network.FindNear(place, near);
        foreach (var found in near)
        {
            metresAway[found.Segment] = Math.Min(metresAway[found.Segment], found.DistanceMetres);
        }
    }

    /// <summary>Segments within reach that follow one another in the index.</summary>
    private List<Part> Parts()
    {
        var parts = new List<Part>();
        var segments = network.Segments;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (double.IsInfinity(metresAway[i]))
            {
                continue;
            }

            if (parts.Count == 0 || parts[^1].Way != segment.Way || parts[^1].Nodes[^1] != segment.From)
            {
                parts.Add(new(segment));
            }

            parts[^1].Nodes.Add(segment.To);
            parts[^1].MetresAway = Math.Min(parts[^1].MetresAway, metresAway[i]);
        }

        return parts;
    }

    /// <summary>Puts together the parts of a way that meet: cells had cut it.</summary>
    private static List<Part> Joined(List<Part> parts)
    {
        var beginningAt = new Dictionary<(int Way, int Node), Part>();
        foreach (var part in parts)
        {
            beginningAt.TryAdd((part.Way, part.Nodes[0]), part);
        }

        foreach (var part in parts)
        {
            if (beginningAt.Remove((part.Way, part.Nodes[^1]), out var next) && next != part)
            {
                (part.Next, next.Follows) = (next, true);
            }
        }

        // A closed way has no beginning: whichever of its parts comes first is one, and so stays joined.
        var lines = new List<Part>();
        foreach (var part in parts.Where(part => !part.Follows).Concat(parts.Where(part => part.Follows)))
        {
            if (part.TryJoinFollowing())
            {
                lines.Add(part);
            }
        }

        return lines;
    }

    /// <summary>A part of a way, and what follows it.</summary>
    private sealed class Part(NetworkSegment first)
    {
        private bool taken;

        public int Way => first.Way;

        public WaySurface Surface => first.Surface;

        public WayKind Kind => first.Kind;

        public List<int> Nodes { get; } = [first.From];

        public double MetresAway { get; set; } = double.PositiveInfinity;

        public Part? Next { get; set; }

        public bool Follows { get; set; }

        /// <summary>Takes in all that follows; false when this part was itself taken in.</summary>
        public bool TryJoinFollowing()
        {
            if (taken)
            {
                return false;
            }

            taken = true;
            for (var next = Next; next is { taken: false }; next = next.Next)
            {
                next.taken = true;
                Nodes.AddRange(next.Nodes.Skip(1));
                MetresAway = Math.Min(MetresAway, next.MetresAway);
            }

            return true;
        }
    }
}

/// <summary>A segment near a place, and the place of it that is nearest.</summary>
/// <param name="Segment">Number of the segment in its network.</param>
/// <param name="OffsetMetres">How far from the segment's first node the nearest place lies. [m]</param>
/// <param name="DistanceMetres">How far away it is. [m]</param>
public readonly record struct NearSegment(int Segment, double OffsetMetres, double DistanceMetres);
