using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Maps;

/// <summary>
/// Pieces of ways by cell, in a number of files on disk, so that no more than one file's cells are in memory at a time.
/// Cells near each other share a file.
/// </summary>
internal sealed class CellBuckets : IDisposable
{
    private const int BufferSize = 1 << 15;
    private const int MostFiles = 256;
    private const long ExtractBytesAFile = 4 << 20;
    private const int NeighbourBits = 4;
    private readonly ByteSink[] files;
    private readonly List<uint> touched = [];
    private readonly List<OpenChain> open = [];
    private readonly ByteBuffer scratch = new();
    private MapPoint southWest = new(int.MaxValue, int.MaxValue);
    private MapPoint northEast = new(int.MinValue, int.MinValue);

    /// <summary>Buckets for extracts of this many bytes.</summary>
    public CellBuckets(WorkFolder work, long extractBytes) =>
        files = [.. Enumerable.Range(0, (int)Math.Clamp(extractBytes / ExtractBytesAFile, 1, MostFiles)).Select(i => new ByteSink(work.PathOf($"cells-{i}"), BufferSize))];

    /// <summary>A node that the extract lacks.</summary>
    public const long NoPlace = long.MinValue;

    /// <summary>How many there are.</summary>
    public int Count => files.Length;

    /// <summary>South-west corner of all that they hold.</summary>
    public MapPoint SouthWest => southWest;

    /// <summary>North-east corner.</summary>
    public MapPoint NorthEast => northEast;

    /// <summary>Keeps a way in every cell that it touches.</summary>
    /// <param name="number">Its number in the table of ways.</param>
    /// <param name="id">Its number in OpenStreetMap.</param>
    /// <param name="nature">Its surface and kind, packed.</param>
    /// <param name="places">Its places; <see cref="NoPlace"/> where the extract lacks a node.</param>
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
            if (places[i] == NoPlace || places[i + 1] == NoPlace || places[i] == places[i + 1]
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

    /// <summary>Reads the bytes of a bucket, once; several threads may read different ones.</summary>
    /// <param name="number">Which.</param>
    /// <param name="bytes">Grows as needed and holds the bytes.</param>
    /// <returns>How many. [bytes]</returns>
    public int Read(int number, ref byte[] bytes)
    {
        var stream = files[number].Reread();
        var length = checked((int)stream.Length);
        if (bytes.Length < length)
        {
            bytes = new byte[length];
        }

        stream.ReadExactly(bytes.AsSpan(0, length));
        stream.SetLength(0);
        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(files, file => file.Dispose());

    /// <summary>Whether a way lies in one cell without a break. PERF: most do, and need no look at each piece.</summary>
    private static bool IsWithinOne(ReadOnlySpan<long> places, out uint cell)
    {
        cell = places[0] == NoPlace ? 0 : MapCells.Of(MapPoint.FromKey(places[0]));
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] == NoPlace || places[i] == places[i - 1] || MapCells.Of(MapPoint.FromKey(places[i])) != cell)
            {
                return false;
            }
        }

        return places[0] != NoPlace;
    }

    private void Write(uint cell, CellPiece way, ReadOnlySpan<long> places)
    {
        CellPiece.Write(FileOf(cell), cell, way, places, scratch);
        Widen(places);
    }

    /// <summary>Lets the chain of a cell that ends at a place go on to the next, or begins one.</summary>
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

    private ByteSink FileOf(uint cell)
    {
        var block = ((uint)MapCells.RowOf(cell) >> NeighbourBits, (uint)MapCells.ColumnOf(cell) >> NeighbourBits);
        return files[unchecked((block.Item1 * 31) + block.Item2) % (uint)files.Length];
    }

    private void Widen(ReadOnlySpan<long> places)
    {
        foreach (var place in places)
        {
            var point = MapPoint.FromKey(place);
            southWest = new(Math.Min(southWest.Latitude, point.Latitude), Math.Min(southWest.Longitude, point.Longitude));
            northEast = new(Math.Max(northEast.Latitude, point.Latitude), Math.Max(northEast.Longitude, point.Longitude));
        }
    }

    private readonly record struct OpenChain(uint Cell, int First, int Last);
}
