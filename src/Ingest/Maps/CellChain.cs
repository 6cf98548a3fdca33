namespace KneeLoad.Ingest.Maps;

/// <summary>How the shape of a way stands in a cell: the first place from the cell's south-west corner, then differences.</summary>
internal static class CellChain
{
    /// <summary>Writes the shape.</summary>
    public static void WriteShape(ByteSink sink, uint cell, ReadOnlySpan<long> places)
    {
        var last = MapCells.CornerOf(cell);
        foreach (var place in places)
        {
            var point = MapPoint.FromKey(place);
            sink.WriteSigned((long)point.Latitude - last.Latitude);
            sink.WriteSigned(MapPoint.EastFrom(last.Longitude, point.Longitude));
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
}
