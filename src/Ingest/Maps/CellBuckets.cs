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

    /// <summary>Buckets for extracts of this many bytes.</summary>
    public CellBuckets(WorkFolder work, long extractBytes) =>
        files = [.. Enumerable.Range(0, (int)Math.Clamp(extractBytes / ExtractBytesAFile, 1, MostFiles)).Select(i => new ByteSink(work.PathOf($"cells-{i}"), BufferSize))];

    /// <summary>Keeps a way in every cell that it touches.</summary>
    /// <param name="number">Its number in the table of ways.</param>
    /// <param name="id">Its number in OpenStreetMap.</param>
    /// <param name="nature">Its surface and kind, packed.</param>
    /// <param name="places">Its places; <see cref="NoPlace"/> where the extract lacks a node.</param>
    public void Add(int number, long id, ushort nature, ReadOnlySpan<long> places)
    {
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
            Write(chain.Cell, number, id, nature, places[chain.First..(chain.Last + 1)]);
        }
    }

    /// <summary>A node that the extract lacks.</summary>
    public const long NoPlace = long.MinValue;

    /// <summary>The bytes of each file in turn.</summary>
    public IEnumerable<byte[]> Reread()
    {
        foreach (var file in files)
        {
            var stream = file.Reread();
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            stream.SetLength(0);
            yield return bytes;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(files, file => file.Dispose());

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

    private void Write(uint cell, int number, long id, ushort nature, ReadOnlySpan<long> places)
    {
        var block = ((uint)MapCells.RowOf(cell) >> NeighbourBits, (uint)MapCells.ColumnOf(cell) >> NeighbourBits);
        var sink = files[unchecked((block.Item1 * 31) + block.Item2) % (uint)files.Length];
        sink.WriteUInt32(cell);
        sink.WriteVarint((ulong)number);
        sink.WriteSigned(id);
        sink.WriteUInt16(nature);
        sink.WriteVarint((ulong)places.Length);
        CellChain.WriteShape(sink, cell, places);
    }

    private readonly record struct OpenChain(uint Cell, int First, int Last);
}
