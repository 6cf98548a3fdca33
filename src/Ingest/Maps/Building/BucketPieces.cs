using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>The pieces of a number of ways as they stand in the buckets. Used again for the next ways.</summary>
internal sealed class BucketPieces(CellBuckets buckets) : IDisposable
{
    private readonly List<uint> touched = [];
    private readonly List<OpenChain> open = [];
    private readonly ByteBuffer shape = new();

    /// <summary>The bytes of all pieces, one after the other.</summary>
    public ByteBuffer Bytes { get; } = new();

    /// <summary>Each piece's bucket and length in bytes, in their order.</summary>
    public List<(int Bucket, int Length)> Pieces { get; } = [];

    /// <summary>South-west corner of what they hold.</summary>
    public MapPoint SouthWest { get; private set; }

    /// <summary>North-east corner.</summary>
    public MapPoint NorthEast { get; private set; }

    /// <summary>Forgets all ways.</summary>
    public void Clear()
    {
        Bytes.Clear();
        Pieces.Clear();
        SouthWest = CellBuckets.NoSouthWest;
        NorthEast = CellBuckets.NoNorthEast;
    }

    /// <summary>Adds a way in every cell that it touches.</summary>
    /// <param name="number">Its number in the table of ways.</param>
    /// <param name="id">Its number in OpenStreetMap.</param>
    /// <param name="nature">What its tags say, packed.</param>
    /// <param name="places">Its places; <see cref="CellBuckets.NoPlace"/> where the extract lacks a node.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int number, long id, ushort nature, ReadOnlySpan<long> places)
    {
        var way = new CellPiece(number, id, nature, 0, 0, default);
        if (IsWithinOne(places, out var only))
        {
            Write(only, way, places);
            return;
        }

        open.Clear();
        for (var i = 0; i + 1 < places.Length; i++)
        {
            if (places[i] == CellBuckets.NoPlace || places[i + 1] == CellBuckets.NoPlace || places[i] == places[i + 1]
                || !MapCells.Touched(MapPoint.FromKey(places[i]), MapPoint.FromKey(places[i + 1]), touched))
            {
                continue;
            }

            foreach (var cell in touched)
            {
                Extend(cell, i);
            }
        }

        foreach (var chain in open)
        {
            Write(chain.Cell, way, places[chain.First..(chain.Last + 1)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    /// <summary>Whether a way lies in one cell without a break. PERF: most do, and need no look at each piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsWithinOne(ReadOnlySpan<long> places, out uint cell)
    {
        cell = places[0] == CellBuckets.NoPlace ? 0 : MapCells.Of(MapPoint.FromKey(places[0]));
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] == CellBuckets.NoPlace || places[i] == places[i - 1] || MapCells.Of(MapPoint.FromKey(places[i])) != cell)
            {
                return false;
            }
        }

        return places[0] != CellBuckets.NoPlace;
    }

    /// <summary>Lets the chain of a cell that ends at a place go on to the next, or begins one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Extend(uint cell, int from)
    {
        foreach (ref var chain in CollectionsMarshal.AsSpan(open))
        {
            if (chain.Cell == cell && chain.Last == from)
            {
                chain = chain with { Last = from + 1 };
                return;
            }
        }

        open.Add(new(cell, from, from + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(uint cell, CellPiece way, ReadOnlySpan<long> places)
    {
        var from = Bytes.Length;
        CellPiece.Write(Bytes, cell, way, places, shape);
        Pieces.Add((buckets.BucketOf(cell), Bytes.Length - from));
        foreach (var place in places)
        {
            var point = MapPoint.FromKey(place);
            SouthWest = MapPoint.SouthWestOf(SouthWest, point);
            NorthEast = MapPoint.NorthEastOf(NorthEast, point);
        }
    }

    private readonly record struct OpenChain(uint Cell, int First, int Last);
}
