namespace KneeLoad.Ingest.Maps;

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

    /// <summary>How many pieces between two places were written, each once.</summary>
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
        Close(covered);
        var cells = covered.Order().ToArray();
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

    private static void Close(HashSet<uint> covered)
    {
        var closed = new List<uint>();
        foreach (var cell in covered)
        {
            var (row, column) = (MapCells.RowOf(cell), MapCells.ColumnOf(cell));
            for (var gap = WidestGap; gap > 0; gap--)
            {
                for (var i = 1; i <= gap; i++)
                {
                    if (covered.Contains(MapCells.Key(row, column + gap + 1)))
                    {
                        closed.Add(MapCells.Key(row, column + i));
                    }

                    if (covered.Contains(MapCells.Key(row + gap + 1, column)))
                    {
                        closed.Add(MapCells.Key(row + i, column));
                    }
                }
            }
        }

        covered.UnionWith(closed);
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
