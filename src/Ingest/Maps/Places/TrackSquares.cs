using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Maps.Places;

/// <summary>Squares along a track, as wide as the reach, with the segments that touch each: what is far from the track is never kept.</summary>
internal sealed class TrackSquares(double sideMetres)
{
    private const int None = -1;
    private readonly Dictionary<(int East, int North), int> heads = [];
    private readonly List<(int Segment, int Next)> entries = [];
    private (int West, int South, int East, int North) bounds = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
    private (int East, int North)? last;

    /// <summary>The squares of the track.</summary>
    public IReadOnlyCollection<(int East, int North)> All => heads.Keys;

    /// <summary>Length of a side. [m]</summary>
    public double Side => sideMetres;

    /// <summary>Adds the square of a place and those around it.</summary>
    public void Mark(PlanePoint place)
    {
        var (east, north) = SquareOf(place);
        if (last == (east, north))
        {
            return;
        }

        last = (east, north);
        bounds = (Math.Min(bounds.West, east - 1), Math.Min(bounds.South, north - 1), Math.Max(bounds.East, east + 1), Math.Max(bounds.North, north + 1));
        for (var i = east - 1; i <= east + 1; i++)
        {
            for (var j = north - 1; j <= north + 1; j++)
            {
                heads.TryAdd((i, j), None);
            }
        }
    }

    /// <summary>Adds a segment to the track's squares that it may touch.</summary>
    /// <returns>False when it touches none.</returns>
    public bool TryAdd(int segment, PlanePoint from, PlanePoint to)
    {
        var (a, b) = (SquareOf(from), SquareOf(to));
        var near = false;
        for (var i = Math.Max(bounds.West, Math.Min(a.East, b.East)); i <= Math.Min(bounds.East, Math.Max(a.East, b.East)); i++)
        {
            for (var j = Math.Max(bounds.South, Math.Min(a.North, b.North)); j <= Math.Min(bounds.North, Math.Max(a.North, b.North)); j++)
            {
                ref var head = ref CollectionsMarshal.GetValueRefOrNullRef(heads, (i, j));
                if (!Unsafe.IsNullRef(ref head))
                {
                    entries.Add((segment, head));
                    head = entries.Count - 1;
                    near = true;
                }
            }
        }

        return near;
    }

    /// <summary>Adds the segments in the square of a place and around it; one may come several times.</summary>
    public void CollectAround(PlanePoint place, List<int> found)
    {
        var (east, north) = SquareOf(place);
        for (var i = east - 1; i <= east + 1; i++)
        {
            for (var j = north - 1; j <= north + 1; j++)
            {
                for (var entry = heads.GetValueOrDefault((i, j), None); entry != None; entry = entries[entry].Next)
                {
                    found.Add(entries[entry].Segment);
                }
            }
        }
    }

    private (int East, int North) SquareOf(PlanePoint place) =>
        ((int)Math.Floor(place.EastMetres / sideMetres), (int)Math.Floor(place.NorthMetres / sideMetres));
}
