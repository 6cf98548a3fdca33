using System.Runtime.CompilerServices;
using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>A way's piece in one cell, where it stands in a bucket of the build.</summary>
/// <param name="Number">The way's number in the table of ways.</param>
/// <param name="Id">The way's number in OpenStreetMap.</param>
/// <param name="Nature">Its surface and kind, packed.</param>
/// <param name="Places">How many places.</param>
/// <param name="Beginning">How many of its pieces begin in the cell.</param>
/// <param name="Shape">Where its shape stands in the bucket.</param>
internal readonly record struct CellPiece(int Number, long Id, ushort Nature, int Places, int Beginning, Range Shape)
{
    /// <summary>Writes a piece.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="way">The way, without what is its own in this cell.</param>
    /// <param name="places">Its places there.</param>
    /// <param name="scratch">Is used for the shape.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ByteBuffer to, uint cell, CellPiece way, ReadOnlySpan<long> places, ByteBuffer scratch)
    {
        scratch.Clear();
        CellChain.WriteShape(scratch, cell, places);
        to.WriteUInt32(cell);
        to.WriteVarint((ulong)way.Number);
        to.WriteSigned(way.Id);
        to.WriteUInt16(way.Nature);
        to.WriteVarint((ulong)places.Length);
        to.WriteVarint((ulong)CellChain.CountBeginning(cell, places));
        to.WriteVarint((ulong)scratch.Length);
        to.Write(scratch.Written);
    }

    /// <summary>The next piece of a bucket, and its cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (uint Cell, CellPiece Piece) Read(ref ByteCursor cursor)
    {
        var cell = cursor.ReadUInt16() | ((uint)cursor.ReadUInt16() << 16);
        var (number, id, nature, places, beginning) = (cursor.ReadInt(), cursor.ReadSigned(), cursor.ReadUInt16(), cursor.ReadInt(), cursor.ReadInt());
        var length = cursor.ReadPiece().Length;
        return cursor.Failed
            ? throw new InvalidDataException("A file of the build has changed under it.")
            : (cell, new(number, id, nature, places, beginning, (cursor.Position - length)..cursor.Position));
    }

    /// <summary>The places of the piece.</summary>
    public long[] PlacesIn(uint cell, ReadOnlySpan<byte> bucket)
    {
        var places = new long[Places];
        var cursor = new ByteCursor(bucket[Shape]);
        CellChain.ReadShape(ref cursor, cell, places);
        return places;
    }
}
