using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Maps;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>
/// Finds the likeliest way along a network for a track: a hidden Markov model (<see cref="Sources.NewsonKrumm2009"/>) with one
/// more state, off the network. Costs are negative logarithms of likelihood; Viterbi's search finds the least sum.
/// </summary>
internal sealed class MarkovMatcher
{
    private static readonly double Noise = Choices.PositionNoise.Value.Metres;
    private static readonly double Detour = Choices.DetourScale.Value.Metres;
    private static readonly double Every = Choices.MatchedEvery.Value.Metres;
    private static readonly double LongestDetour = Choices.LongestDetour.Value.Metres;
    private static readonly double WayChange = Choices.WayChange.Value;
    private static readonly double WayChangeOnSameSurface = Choices.WayChangeOnSameSurface.Value;
    private static readonly double KindChange = Choices.KindChange.Value;
    private static readonly double RoadPoint = Choices.RoadPoint.Value;
    private static readonly double StreetPoint = Choices.StreetPoint.Value;
    private static readonly double BarredPoint = Choices.BarredPoint.Value;
    private static readonly double OffPoint = Choices.OffNetworkPoint.Value;
    private static readonly double OffChange = Choices.OffNetworkChange.Value;
    private static readonly double Unjoined = Choices.UnjoinedWays.Value;

    private readonly MapNetwork network;
    private readonly NetworkRoutes routes;
    private readonly int[] nearAt;
    private List<NearSegment> near = [];
    private List<NearSegment> kept = [];

    public MarkovMatcher(MapNetwork network)
    {
        this.network = network;
        routes = new(network);
        nearAt = new int[network.Segments.Length];
    }

    /// <summary>The ways between matched points.</summary>
    public NetworkRoutes Routes => routes;

    /// <summary>Longest way along the network between two points that is searched. [m]</summary>
    public static double LimitFor(double metres) => metres + LongestDetour;

    /// <summary>Matches one part of a track.</summary>
    /// <returns>The points that were matched, the first and the last among them.</returns>
    public MatchedPoint[] Match(ReadOnlySpan<TrackPoint> part)
    {
        var points = Thin(part);
        var steps = new Step[points.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = StepAt(points[i].Place);
            if (i == 0)
            {
                steps[i].Begin();
            }
            else
            {
                Advance(steps[i - 1], steps[i], points[i - 1].Place.To(points[i].Place).Metres);
            }
        }

        return Trace(points, steps);
    }

    /// <summary>Points so far from one another that each tells something new.</summary>
    private List<MatchedPoint> Thin(ReadOnlySpan<TrackPoint> part)
    {
        var points = new List<MatchedPoint>();
        for (var i = 0; i < part.Length; i++)
        {
            if (network.Plane.At(part[i].Place) is not { } place)
            {
                continue;
            }

            if (points.Count == 0 || i == part.Length - 1 || points[^1].Place.To(place).Metres >= Every)
            {
                points.Add(new(i, place, null));
            }
        }

        return points;
    }

    /// <summary>The places that a point may belong to, each with the cost of its distance; the last state is off the network.</summary>
    private Step StepAt(PlanePoint place)
    {
        network.FindNear(place, near);
        LeaveOutPassedCorners();
        if (near.Count > Choices.PlacesAPoint.Value)
        {
            near.RemoveRange(Choices.PlacesAPoint.Value, near.Count - Choices.PlacesAPoint.Value);
        }

        var costs = new double[near.Count + 1];
        for (var i = 0; i < near.Count; i++)
        {
            var distance = near[i].DistanceMetres / Noise;
            costs[i] = (distance * distance / 2) + CostOf(network.Segments[near[i].Segment]);
        }

        costs[^1] = OffPoint;
        return new([.. near], costs);
    }

    /// <summary>Leaves out the end of a segment where the same way goes on nearer to the point.</summary>
    private void LeaveOutPassedCorners()
    {
        for (var i = 0; i < near.Count; i++)
        {
            nearAt[near[i].Segment] = i;
        }

        kept.Clear();
        for (var i = 0; i < near.Count; i++)
        {
            if (!IsPassedCorner(i))
            {
                kept.Add(near[i]);
            }
        }

        (near, kept) = (kept, near);
    }

    private bool IsPassedCorner(int index)
    {
        var candidate = near[index];
        var segments = network.Segments;
        var segment = segments[candidate.Segment];
        var node = candidate.OffsetMetres <= 0 ? segment.From : candidate.OffsetMetres >= segment.LengthMetres ? segment.To : -1;
        if (node < 0)
        {
            return false;
        }

        foreach (var step in network.StepsFrom(node))
        {
            // What an earlier point left there names another segment, or one that is near again.
            var at = nearAt[step.Segment];
            if (at != index && at < near.Count && near[at].Segment == step.Segment && segments[step.Segment].Way == segment.Way
                && (near[at].DistanceMetres < candidate.DistanceMetres || (near[at].DistanceMetres <= candidate.DistanceMetres && at < index)))
            {
                return true;
            }
        }

        return false;
    }

    private void Advance(Step before, Step now, double metres)
    {
        var limit = LimitFor(metres);
        var segments = network.Segments;
        var (off, offBefore) = (now.OffState, before.OffState);
        now.Offer(off, before.Sums[offBefore], offBefore);
        for (var c = 0; c < off; c++)
        {
            now.Offer(c, before.Sums[offBefore] + OffChange, offBefore);
        }

        // PERF: the likeliest first; of the others most can no longer win anywhere, and need no search of their ways.
        foreach (var p in before.ByLikelihood())
        {
            var (sum, from) = (before.Sums[p], before.Places[p]);
            now.Offer(off, sum + OffChange, p);
            var isSpread = false;
            for (var c = 0; c < off; c++)
            {
                var least = sum + ChangeCost(segments[from.Segment], segments[now.Places[c].Segment]);
                if (least >= now.Sums[c])
                {
                    continue;
                }

                if (!isSpread)
                {
                    routes.SpreadFrom(from, limit);
                    isSpread = true;
                }

                now.Offer(c, least + Math.Min(Math.Abs(routes.MetresTo(from, now.Places[c]) - metres) / Detour, Unjoined), p);
            }
        }

        now.AddCosts();
    }

    private static double CostOf(NetworkSegment segment) => (segment.IsBarred ? BarredPoint : 0) + segment.Kind switch
    {
        WayKind.Road => RoadPoint,
        WayKind.Street or WayKind.Service => StreetPoint,
        _ => 0,
    };

    private static double ChangeCost(NetworkSegment from, NetworkSegment to) => from.Way == to.Way
        ? 0
        : (from.Surface == to.Surface ? WayChangeOnSameSurface : WayChange) + (from.Kind == to.Kind ? 0 : KindChange);

    private static MatchedPoint[] Trace(List<MatchedPoint> points, Step[] steps)
    {
        var matched = new MatchedPoint[points.Count];
        var state = steps.Length == 0 ? 0 : steps[^1].Least;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            matched[i] = points[i] with { On = state == steps[i].OffState ? null : steps[i].Places[state] };
            state = steps[i].From[state];
        }

        return matched;
    }

    /// <summary>The candidates of a point, the cost of each, and the cheapest way to it.</summary>
    private sealed class Step(NearSegment[] places, double[] costs)
    {
        public NearSegment[] Places { get; } = places;

        public double[] Sums { get; } = NewSums(costs.Length);

        public int[] From { get; } = new int[costs.Length];

        public int OffState => Places.Length;

        public int Least => Array.IndexOf(Sums, Sums.Min());

        /// <summary>The states on the network, the likeliest first.</summary>
        public ReadOnlySpan<int> ByLikelihood()
        {
            var order = new int[OffState];
            for (var i = 1; i < order.Length; i++)
            {
                order[i] = i;
            }

            Array.Sort(Sums[..OffState], order);
            return order;
        }

        public void Begin() => costs.CopyTo(Sums, 0);

        public void Offer(int state, double sum, int from)
        {
            if (sum < Sums[state])
            {
                Sums[state] = sum;
                From[state] = from;
            }
        }

        public void AddCosts()
        {
            for (var i = 0; i < costs.Length; i++)
            {
                Sums[i] += costs[i];
            }
        }

        private static double[] NewSums(int length)
        {
            var sums = new double[length];
            Array.Fill(sums, double.PositiveInfinity);
            return sums;
        }
    }
}
