using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>
/// Pieces of ways by cell, in a number of files on disk, so that no more than a few files' cells are in memory at a time.
/// Cells near each other share a file.
/// </summary>
internal sealed class CellBuckets : IDisposable
{
    /// <summary>A node that the extract lacks.</summary>
    public const long NoPlace = long.MinValue;

    private const int BufferSize = 1 << 15;
    private const int MostFiles = 256;
    private const long ExtractBytesAFile = 4 << 20;
    private const int NeighbourBits = 4;
    private readonly ByteSink[] files;

    /// <summary>Buckets for extracts of this many bytes.</summary>
    public CellBuckets(WorkFolder work, long extractBytes) =>
        files = [.. Enumerable.Range(0, (int)Math.Clamp(extractBytes / ExtractBytesAFile, 1, MostFiles))
            .Select(i => new ByteSink(work.PathOf($"cells-{i}"), BufferSize))];

    /// <summary>South-west corner of nothing: any place lies south-west of it.</summary>
    public static MapPoint NoSouthWest { get; } = new(int.MaxValue, int.MaxValue);

    /// <summary>North-east corner of nothing.</summary>
    public static MapPoint NoNorthEast { get; } = new(int.MinValue, int.MinValue);

    /// <summary>Number of buckets.</summary>
    public int Count => files.Length;

    /// <summary>South-west corner of all that they hold.</summary>
    public MapPoint SouthWest { get; private set; } = NoSouthWest;

    /// <summary>North-east corner.</summary>
    public MapPoint NorthEast { get; private set; } = NoNorthEast;

    /// <summary>The bucket of a cell.</summary>
    public int BucketOf(uint cell)
    {
        var (row, column) = ((uint)MapCells.RowOf(cell) >> NeighbourBits, (uint)MapCells.ColumnOf(cell) >> NeighbourBits);
        return (int)(unchecked((row * 31) + column) % (uint)files.Length);
    }

    /// <summary>Keeps pieces.</summary>
    public void Add(BucketPieces pieces)
    {
        var from = 0;
        foreach (var (bucket, length) in pieces.Pieces)
        {
            files[bucket].Write(pieces.Bytes.Written.Slice(from, length));
            from += length;
        }

        SouthWest = MapPoint.SouthWestOf(SouthWest, pieces.SouthWest);
        NorthEast = MapPoint.NorthEastOf(NorthEast, pieces.NorthEast);
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
}
