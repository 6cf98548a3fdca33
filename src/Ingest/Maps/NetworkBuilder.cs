using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Maps.Tags;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps;

/// <summary>Collects the ways near a track from the cells of an index.</summary>
internal sealed class NetworkBuilder
{
    // Between two records farther apart nobody knows the way; it is not searched for.
    private const double LongestGapMetres = 3_000;
    private readonly MapIndex index;
    private readonly MapPlane plane;
    private readonly TrackSquares squares;
    private readonly Distance reach;
    private readonly List<PlanePoint> nodes = [];
    private readonly Dictionary<long, int> nodeAt = [];
    private readonly List<NetworkSegment> segments = [];
    private readonly HashSet<(int Way, long From, long To)> overBorders = [];
    private long[] places = [];
    private PlanePoint[] points = [];

    public NetworkBuilder(MapIndex index, ReadOnlySpan<GeoPoint> track, Distance reach)
    {
        this.index = index;
        this.reach = reach;
        plane = new(MiddleOf(track));
        squares = new(reach.Metres);
        Mark(track);
    }

    /// <summary>The network.</summary>
    public MapNetwork Build()
    {
        byte[] buffer = [];
        foreach (var cell in Cells())
        {
            AddCell(cell, index.ReadCell(cell, ref buffer));
        }

        return new(plane, nodes, segments, squares, reach.Metres);
    }

    /// <summary>Places on the straight line between two records, a step apart at most; none where they lie too far apart.</summary>
    public static IEnumerable<PlanePoint> Between(PlanePoint? from, PlanePoint to, double step)
    {
        if (from is not { } before || before.To(to).Metres is var gap && (gap <= step || gap > LongestGapMetres))
        {
            yield break;
        }

        var steps = (int)Math.Ceiling(gap / step);
        for (var i = 1; i < steps; i++)
        {
            var share = (double)i / steps;
            yield return new(
                before.EastMetres + (share * (to.EastMetres - before.EastMetres)),
                before.NorthMetres + (share * (to.NorthMetres - before.NorthMetres)));
        }
    }

    private static MapPoint MiddleOf(ReadOnlySpan<GeoPoint> track)
    {
        MapPoint? first = null;
        var (south, north) = (int.MaxValue, int.MinValue);
        foreach (var place in track)
        {
            if (MapPoint.Of(place) is { } point)
            {
                first ??= point;
                (south, north) = (Math.Min(south, point.Latitude), Math.Max(north, point.Latitude));
            }
        }

        return first is { } start ? new((int)(((long)south + north) / 2), start.Longitude) : default;
    }

    private void Mark(ReadOnlySpan<GeoPoint> track)
    {
        PlanePoint? last = null;
        foreach (var place in track)
        {
            if (plane.At(place) is not { } point)
            {
                continue;
            }

            squares.Mark(point);
            foreach (var between in Between(last, point, reach.Metres))
            {
                squares.Mark(between);
            }

            last = point;
        }
    }

    /// <summary>The cells that the track's squares touch: a cell is wider than a square, so the corners tell.</summary>
    private HashSet<uint> Cells()
    {
        var cells = new HashSet<uint>();
        foreach (var (east, north) in squares.All)
        {
            for (var corner = 0; corner < 4; corner++)
            {
                cells.Add(MapCells.Of(plane.PlaceOf((east + (corner & 1)) * squares.Side, (north + (corner >> 1)) * squares.Side)));
            }
        }

        return cells;
    }

    private void AddCell(uint cell, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        var cursor = new ByteCursor(bytes);
        var chains = cursor.ReadInt();
        long way = 0;
        for (var i = 0; i < chains && !cursor.Failed; i++)
        {
            way += cursor.ReadInt();
            var nature = WayNature.Unpack(cursor.ReadUInt16());
            var count = cursor.ReadInt();

            // Two bytes a place at least: no count can ask for more memory than the cell's bytes stand for.
            if (cursor.Failed || count > bytes.Length / 2 || way >= index.Ways || nature is not { } known)
            {
                throw MapIndex.Damaged();
            }

            if (places.Length < count)
            {
                (places, points) = (new long[2 * count], new PlanePoint[2 * count]);
            }

            CellChain.ReadShape(ref cursor, cell, places.AsSpan(0, count));
            if (!cursor.Failed)
            {
                AddChain(cell, (int)way, known, places.AsSpan(0, count));
            }
        }

        if (cursor.Failed)
        {
            throw MapIndex.Damaged();
        }
    }

    private void AddChain(uint cell, int way, WayNature nature, ReadOnlySpan<long> chain)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            var point = MapPoint.FromKey(chain[i]);
            points[i] = plane.At(point);
            if (i == 0)
            {
                continue;
            }

            // A piece that leaves its cell stands in the next cell too.
            var inside = MapCells.Of(point) == cell && MapCells.Of(MapPoint.FromKey(chain[i - 1])) == cell;
            var length = points[i - 1].To(points[i]).Metres;
            if ((inside || overBorders.Add((way, chain[i - 1], chain[i]))) && squares.TryAdd(segments.Count, points[i - 1], points[i]))
            {
                segments.Add(new(NodeOf(chain[i - 1], points[i - 1]), NodeOf(chain[i], points[i]), way, length, nature.Surface, nature.Kind, nature.IsBarred));
            }
        }
    }

    private int NodeOf(long place, PlanePoint point)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodeAt, place, out var known);
        if (!known)
        {
            node = nodes.Count;
            nodes.Add(point);
        }

        return node;
    }
}
