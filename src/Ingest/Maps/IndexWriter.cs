namespace KneeLoad.Ingest.Maps;

/// <summary>Writes the index file from the pieces of ways by cell, the covered cells and the table of ways.</summary>
internal sealed class IndexWriter : IDisposable
{
    // A cell without anything between two that have something lies in a wood or a field, not beyond the map.
    private const int WidestGap = 3;
    private readonly ByteSink sink;
    private readonly Dictionary<uint, (long From, int Length)> written = [];
    private readonly bool several;
    private long segments;
    private (int South, int West, int North, int East) bounds = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    /// <summary>A writer of a new file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="several">Whether pieces of a way may come twice, from two extracts.</param>
    public IndexWriter(string path, bool several)
    {
        sink = new(path, 1 << 18);
        this.several = several;
        sink.Write(new byte[MapIndexHeader.Length]);
        sink.StartChecksum();
    }

    /// <summary>How many pieces between two places were written, each once.</summary>
    public long Segments => segments;

    /// <summary>Cells and their directory. [bytes]</summary>
    public long ShapeBytes { get; private set; }

    /// <summary>Writes all cells of one bucket.</summary>
    public void WriteCells(byte[] bucket)
    {
        var pieces = new List<CellPiece>();
        var cursor = new ByteCursor(bucket);
        while (!cursor.AtEnd)
        {
            pieces.Add(CellPiece.Read(ref cursor, bucket, pieces.Count));
        }

        pieces.Sort(CellPiece.Compare);
        for (var from = 0; from < pieces.Count;)
        {
            var to = from + 1;
            while (to < pieces.Count && pieces[to].Cell == pieces[from].Cell)
            {
                to++;
            }

            WriteCell(pieces.GetRange(from, to - from), bucket);
            from = to;
        }
    }

    /// <summary>Writes directory, ways and names, then the header; from then on the file is whole.</summary>
    /// <returns>Its length. [bytes]</returns>
    public long Finish(HashSet<uint> covered, WayStore ways, long? dataUnixSeconds)
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
            sink.Checksum, cells, sink.Length, segments, ways.Count, ways.NameEnds.Count, dataUnixSeconds,
            new(bounds.South, bounds.West), new(bounds.North, bounds.East), directoryFrom);
        sink.Finish(header.ToBytes());
        return header.FileLength;
    }

    /// <inheritdoc/>
    public void Dispose() => sink.Dispose();

    private void WriteCell(List<CellPiece> pieces, byte[] bucket)
    {
        var cell = pieces[0].Cell;
        var seen = several ? new HashSet<(long Way, long From, long To)>() : null;
        var chains = new List<(CellPiece Piece, long[] Places)>();
        foreach (var piece in pieces)
        {
            var places = piece.PlacesIn(bucket);
            foreach (var part in seen is null ? [places] : Unseen(piece.Id, places, seen))
            {
                chains.Add((piece, part));
            }
        }

        var start = sink.Length;
        sink.WriteVarint((ulong)chains.Count);
        var last = 0;
        foreach (var (piece, places) in chains)
        {
            sink.WriteVarint((ulong)(piece.Number - last));
            last = piece.Number;
            sink.WriteUInt16(piece.Nature);
            sink.WriteVarint((ulong)places.Length);
            CellChain.WriteShape(sink, cell, places);
            Count(cell, places);
        }

        written.Add(cell, (start, (int)(sink.Length - start)));
    }

    /// <summary>What is left of a chain without the pieces that another extract had brought.</summary>
    private static List<long[]> Unseen(long way, long[] places, HashSet<(long, long, long)> seen)
    {
        var parts = new List<long[]>();
        var from = 0;
        for (var i = 0; i + 1 < places.Length; i++)
        {
            if (!seen.Add((way, places[i], places[i + 1])))
            {
                if (i > from)
                {
                    parts.Add(places[from..(i + 1)]);
                }

                from = i + 1;
            }
        }

        if (from + 1 < places.Length)
        {
            parts.Add(from == 0 ? places : places[from..]);
        }

        return parts;
    }

    private void Count(uint cell, long[] places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var point = MapPoint.FromKey(places[i]);
            bounds = (Math.Min(bounds.South, point.Latitude), Math.Min(bounds.West, point.Longitude),
                Math.Max(bounds.North, point.Latitude), Math.Max(bounds.East, point.Longitude));

            // A piece over a border stands in both cells and counts in the one that it begins in.
            segments += i + 1 < places.Length && MapCells.Of(point) == cell ? 1 : 0;
        }
    }

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
