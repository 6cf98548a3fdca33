using System.Runtime.CompilerServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Maps;

/// <summary>The shape of a way as it stands in a cell: the first place from the cell's south-west corner, then differences.</summary>
internal static class CellChain
{
    /// <summary>Writes the shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteShape(ByteBuffer to, uint cell, ReadOnlySpan<long> places)
    {
        var last = MapCells.CornerOf(cell);
        foreach (var place in places)
        {
            var point = MapPoint.FromKey(place);
            to.WriteSigned((long)point.Latitude - last.Latitude);
            to.WriteSigned(MapPoint.EastFrom(last.Longitude, point.Longitude));
            last = point;
        }
    }

    /// <summary>Reads a shape back; the cursor fails at a place off the globe.</summary>
    public static void ReadShape(ref ByteCursor cursor, uint cell, Span<long> places)
    {
        var last = MapCells.CornerOf(cell);
        foreach (ref var place in places)
        {
            var (north, east) = (cursor.ReadSigned(), cursor.ReadSigned());
            // The limits come first, so that no sum overflows.
            if (Math.Abs((double)north) > MapPoint.HalfTurn || Math.Abs((double)east) > MapPoint.HalfTurn
                || !MapPoint.TryOf(last.Latitude + north, MapPoint.MoveEast(last.Longitude, east), out last))
            {
                cursor.Fail();
                return;
            }

            place = last.Key;
        }
    }

    /// <summary>Number of a chain's pieces that begin in a cell: one over a border stands in both cells and counts in that one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountBeginning(uint cell, ReadOnlySpan<long> places)
    {
        var count = 0;
        foreach (var place in places[..^1])
        {
            count += MapCells.Of(MapPoint.FromKey(place)) == cell ? 1 : 0;
        }

        return count;
    }
}
