using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>The cells of one bucket as they stand in an index. Used again for the next bucket.</summary>
/// <param name="buckets">All buckets.</param>
/// <param name="several">Whether pieces of a way may come twice, from two extracts.</param>
internal sealed class BucketCells(CellBuckets buckets, bool several) : IDisposable
{
    private readonly List<CellPiece> pieces = [];
    private readonly List<ulong> order = [];
    private readonly ByteBuffer chains = new();
    private readonly ByteBuffer shape = new();
    private readonly HashSet<(long Way, long From, long To)> seen = [];
    private byte[] bucket = [];
    private int chainCount;
    private int lastNumber;

    /// <summary>The bytes of all cells.</summary>
    public ByteBuffer Bytes { get; } = new();

    /// <summary>The cells, with where each one's bytes begin and how many they are.</summary>
    public List<(uint Cell, int From, int Length)> Cells { get; } = [];

    /// <summary>Number of pieces between two places that they hold, each counted once over all cells.</summary>
    public long Segments { get; private set; }

    /// <summary>Reads a bucket and makes its cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Make(int number)
    {
        var length = buckets.Read(number, ref bucket);
        Read(bucket.AsSpan(0, length));
        Bytes.Clear();
        Cells.Clear();
        Segments = 0;
        var sorted = CollectionsMarshal.AsSpan(order);
        for (var from = 0; from < sorted.Length;)
        {
            var cell = CellOf(sorted[from]);
            var to = from + 1;
            while (to < sorted.Length && CellOf(sorted[to]) == cell)
            {
                to++;
            }

            Add(cell, sorted[from..to]);
            from = to;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => bucket = [];

    private static uint CellOf(ulong entry) => (uint)(entry >> 32);

    /// <summary>The pieces by cell, then as they came.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<byte> bytes)
    {
        pieces.Clear();
        order.Clear();
        var cursor = new ByteCursor(bytes);
        while (!cursor.AtEnd)
        {
            var (cell, piece) = CellPiece.Read(ref cursor);
            order.Add(((ulong)cell << 32) | (uint)pieces.Count);
            pieces.Add(piece);
        }

        order.Sort();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(uint cell, ReadOnlySpan<ulong> entries)
    {
        chains.Clear();
        seen.Clear();
        (chainCount, lastNumber) = (0, 0);
        foreach (var entry in entries)
        {
            var piece = pieces[(int)(entry & uint.MaxValue)];
            if (several)
            {
                AddUnseen(cell, piece);
            }
            else
            {
                Add(piece, piece.Places, piece.Beginning, bucket.AsSpan(piece.Shape));
            }
        }

        var from = Bytes.Length;
        Bytes.WriteVarint((ulong)chainCount);
        Bytes.Write(chains.Written);
        Cells.Add((cell, from, Bytes.Length - from));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CellPiece piece, int places, int beginning, ReadOnlySpan<byte> shapeBytes)
    {
        chains.WriteVarint((ulong)(piece.Number - lastNumber));
        chains.WriteUInt16(piece.Nature);
        chains.WriteVarint((ulong)places);
        chains.Write(shapeBytes);
        lastNumber = piece.Number;
        chainCount++;
        Segments += beginning;
    }

    /// <summary>Adds what is left of a chain without the pieces that another extract had brought.</summary>
    private void AddUnseen(uint cell, CellPiece piece)
    {
        var places = piece.PlacesIn(cell, bucket);
        var from = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (i + 1 < places.Length && seen.Add((piece.Id, places[i], places[i + 1])))
            {
                continue;
            }

            if (i > from)
            {
                var part = places.AsSpan(from, i + 1 - from);
                shape.Clear();
                CellChain.WriteShape(shape, cell, part);
                Add(piece, part.Length, CellChain.CountBeginning(cell, part), shape.Written);
            }

            from = i + 1;
        }
    }
}
