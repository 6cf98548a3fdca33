namespace KneeLoad.Ingest.Maps;

/// <summary>A way's piece in one cell, where it stands in a bucket of the build.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="Order">Its place among the bucket's pieces.</param>
/// <param name="Number">The way's number in the table of ways.</param>
/// <param name="Id">The way's number in OpenStreetMap.</param>
/// <param name="Nature">Its surface and kind, packed.</param>
/// <param name="Places">How many places.</param>
/// <param name="Shape">Where they stand in the bucket.</param>
internal readonly record struct CellPiece(uint Cell, int Order, int Number, long Id, ushort Nature, int Places, Range Shape)
{
    /// <summary>The next piece of a bucket.</summary>
    public static CellPiece Read(ref ByteCursor cursor, byte[] bucket, int order)
    {
        var cell = cursor.ReadByte() | ((uint)cursor.ReadByte() << 8) | ((uint)cursor.ReadByte() << 16) | ((uint)cursor.ReadByte() << 24);
        var (number, id, nature, places) = (cursor.ReadInt(), cursor.ReadSigned(), cursor.ReadUInt16(), cursor.ReadInt());
        var from = cursor.Position;
        for (var i = 0; i < 2 * places && !cursor.AtEnd; i++)
        {
            cursor.ReadVarint();
        }

        return cursor.Failed
            ? throw new InvalidDataException("A file of the build has changed under it.")
            : new(cell, order, number, id, nature, places, from..cursor.Position);
    }

    /// <summary>The places of the piece.</summary>
    public long[] PlacesIn(byte[] bucket)
    {
        var places = new long[Places];
        var cursor = new ByteCursor(bucket.AsSpan(Shape));
        CellChain.ReadShape(ref cursor, Cell, places);
        return places;
    }

    /// <summary>By cell, then as they came.</summary>
    public static int Compare(CellPiece one, CellPiece other) => one.Cell != other.Cell ? one.Cell.CompareTo(other.Cell) : one.Order.CompareTo(other.Order);
}
