using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>Writes the index file from the pieces of ways by cell, the covered cells and the table of ways.</summary>
internal sealed class IndexWriter : IDisposable
{
    // A cell without anything between two that have something lies in a wood or a field, not beyond the map.
    private const int WidestGap = 3;
    private readonly ByteSink sink;
    private readonly Dictionary<uint, (long From, int Length)> written = [];

    /// <summary>A writer of a new file.</summary>
    /// <param name="path">The file.</param>
    public IndexWriter(string path)
    {
        sink = new(path, 1 << 18);
        sink.Write(new byte[MapIndexHeader.Length]);
        sink.StartChecksum();
    }

    /// <summary>Number of pieces between two places that were written, each counted once.</summary>
    public long Segments { get; private set; }

    /// <summary>Cells and their directory. [bytes]</summary>
    public long ShapeBytes { get; private set; }

    /// <summary>Writes all cells of one bucket.</summary>
    public void Write(BucketCells cells)
    {
        var start = sink.Length;
        foreach (var (cell, from, length) in cells.Cells)
        {
            written.Add(cell, (start + from, length));
        }

        sink.Write(cells.Bytes.Written);
        Segments += cells.Segments;
    }

    /// <summary>Writes directory, ways and names, then the header; from then on the file is whole.</summary>
    /// <returns>Its length. [bytes]</returns>
    public long Finish(HashSet<uint> covered, WayStore ways, CellBuckets bounds, long? dataUnixSeconds)
    {
        var directoryFrom = sink.Length;
        var cells = WriteDirectory(covered);
        ShapeBytes = sink.Length - MapIndexHeader.Length;
        Copy(ways.Table.Reread());
        foreach (var end in ways.NameEnds)
        {
            sink.WriteUInt32(end);
        }

        Copy(ways.Names.Reread());
        var header = new MapIndexHeader(
            sink.Checksum, cells, sink.Length, Segments, ways.Count, ways.NameEnds.Count, dataUnixSeconds,
            bounds.SouthWest, bounds.NorthEast, directoryFrom);
        sink.Finish(header.ToBytes());
        return header.FileLength;
    }

    /// <inheritdoc/>
    public void Dispose() => sink.Dispose();

    /// <summary>Writes which cells the map covers, and where each one's ways stand; none for an empty one.</summary>
    private int WriteDirectory(HashSet<uint> covered)
    {
        covered.UnionWith(written.Keys);
        covered.UnionWith(Gaps(covered));
        uint[] cells = [.. covered];
        Array.Sort(cells);
        foreach (var cell in cells)
        {
            sink.WriteUInt32(cell);
        }

        foreach (var cell in cells)
        {
            var (from, length) = written.GetValueOrDefault(cell, (MapIndexHeader.Length, 0));
            sink.WriteInt64(from);
            sink.WriteUInt32((uint)length);
        }

        return cells.Length;
    }

    /// <summary>The cells between two that are near each other in one row or one column.</summary>
    private static List<uint> Gaps(HashSet<uint> covered)
    {
        var gaps = new List<uint>();
        foreach (var cell in covered)
        {
            AddGap(cell, 1, 0);
            AddGap(cell, 0, 1);
        }

        return gaps;

        void AddGap(uint cell, int north, int east)
        {
            uint Next(int steps) => MapCells.Key(MapCells.RowOf(cell) + (steps * north), MapCells.ColumnOf(cell) + (steps * east));
            for (var steps = 1; steps <= WidestGap + 1; steps++)
            {
                if (covered.Contains(Next(steps)))
                {
                    gaps.AddRange(Enumerable.Range(1, steps - 1).Select(Next));
                    return;
                }
            }
        }
    }

    private void Copy(FileStream from)
    {
        var buffer = new byte[1 << 16];
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            sink.Write(buffer.AsSpan(0, read));
        }
    }
}
