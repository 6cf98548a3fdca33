using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>Lays the matched way of a part of a track over its records: metres of each surface between one record and the next.</summary>
internal sealed class StretchBuilder(MapIndex map, MapNetwork network, NetworkRoutes routes)
{
    private readonly List<SurfaceStretch> stretches = [];
    private readonly List<(int Segment, double Metres)> route = [];
    private readonly List<Piece> pieces = [];
    private bool lastAlone;

    /// <summary>All stretches so far, in order.</summary>
    public IReadOnlyList<SurfaceStretch> Stretches => stretches;

    /// <summary>Adds a part.</summary>
    public void Add(ReadOnlySpan<TrackPoint> part, ReadOnlySpan<MatchedPoint> matched)
    {
        for (var i = 1; i < matched.Length; i++)
        {
            FindPieces(part, matched[i - 1], matched[i]);
            Lay(part[matched[i - 1].Index..(matched[i].Index + 1)]);
        }
    }

    /// <summary>Finds the ways between two matched points, in order.</summary>
    private void FindPieces(ReadOnlySpan<TrackPoint> part, MatchedPoint from, MatchedPoint to)
    {
        pieces.Clear();
        var straight = from.Place.To(to.Place).Metres;
        if (from.On is { } start && to.On is { } end)
        {
            route.Clear();
            if (routes.TryRoute(start, end, MarkovMatcher.LimitFor(straight), route))
            {
                foreach (var (segment, metres) in route)
                {
                    Add(OnWay(segment, metres));
                }

                return;
            }
        }

        // Where the map does not join the two, or one is off the network, each point stands for its half.
        Add(Half(part, from, straight / 2));
        Add(Half(part, to, straight / 2));
    }

    private Piece Half(ReadOnlySpan<TrackPoint> part, MatchedPoint point, double metres) => point.On is { } on
        ? OnWay(on.Segment, metres)
        : map.Covers(part[point.Index].Place)
            ? new(new(SurfaceClass.OffNetwork, SurfaceSource.None), null, true, metres)
            : new(WaySurface.Unknown, null, false, metres);

    private Piece OnWay(int number, double metres)
    {
        var segment = network.Segments[number];
        return new(segment.Surface, segment.Way, true, metres);
    }

    private void Add(Piece piece)
    {
        if (pieces.Count > 0 && pieces[^1].IsLike(piece))
        {
            pieces[^1] = pieces[^1] with { Metres = pieces[^1].Metres + piece.Metres };
        }
        else if (piece.Metres > 0)
        {
            pieces.Add(piece);
        }
    }

    /// <summary>Parts the pieces among the records between, by the straight lines between these.</summary>
    private void Lay(ReadOnlySpan<TrackPoint> records)
    {
        var lines = new double[records.Length];
        for (var i = 1; i < records.Length; i++)
        {
            lines[i] = lines[i - 1] + GreatCircle.Between(records[i - 1].Place, records[i].Place).Metres;
        }

        var length = pieces.Sum(piece => piece.Metres);
        var (piece, left) = (0, pieces.Count > 0 ? pieces[0].Metres : 0);
        for (var i = 1; i < records.Length && length > 0; i++)
        {
            var share = lines[^1] > 0 ? (lines[i] - lines[i - 1]) / lines[^1] : 1.0 / (records.Length - 1);
            var metres = i == records.Length - 1 ? double.PositiveInfinity : share * length;
            var first = true;
            while (piece < pieces.Count && metres > 0)
            {
                var taken = Math.Min(left, metres);
                var alone = first && (left >= metres || (i == records.Length - 1 && piece == pieces.Count - 1));
                Append(records[i - 1].Record, records[i].Record, pieces[piece], taken, alone);
                (metres, left, first) = (metres - taken, left - taken, false);
                if (left <= 0)
                {
                    piece++;
                    left = piece < pieces.Count ? pieces[piece].Metres : 0;
                }
            }
        }
    }

    /// <summary>Adds metres between two records; what fills its records alone goes on with what did before it.</summary>
    private void Append(int from, int to, Piece piece, double metres, bool alone)
    {
        if (metres <= 0)
        {
            return;
        }

        if (stretches.Count > 0 && stretches[^1] is var last && last.Surface == piece.Surface && last.Way == piece.Way && last.HasMap == piece.HasMap
            && ((last.FromRecord == from && last.ToRecord == to) || (alone && lastAlone && last.ToRecord == from)))
        {
            stretches[^1] = last with { ToRecord = to, Length = last.Length + new Distance(metres) };
            return;
        }

        stretches.Add(new(from, to, piece.Surface, new(metres), piece.Way, piece.HasMap));
        lastAlone = alone;
    }

    private readonly record struct Piece(WaySurface Surface, int? Way, bool HasMap, double Metres)
    {
        public bool IsLike(Piece other) => Surface == other.Surface && Way == other.Way && HasMap == other.HasMap;
    }
}

/// <summary>A point of a track and the place on the network that it belongs to.</summary>
/// <param name="Index">The point's place in its part of the track.</param>
/// <param name="Place">Where it lies on the plane.</param>
/// <param name="On">Where on the network it belongs; null when off it.</param>
internal readonly record struct MatchedPoint(int Index, PlanePoint Place, NearSegment? On);
