using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Osm;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>
/// First pass: keeps the ways of all extracts on disk as they come, with the table of their numbers and names.
/// </summary>
internal sealed class WayStore(WorkFolder work) : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const ulong HashStart = 0xCBF2_9CE4_8422_2325;
    private const ulong HashFactor = 0x0000_0100_0000_01B3;

    // Hashes instead of names: a country has a million of them. Two names of one hash (1 in 10^7 builds) would share the first.
    private readonly Dictionary<ulong, uint> numberOfName = [];
    private readonly ByteSink shapes = new(work.PathOf("ways"), BufferSize);

    /// <summary>Number in OpenStreetMap (8 bytes) and number of the name (4 bytes) of each way.</summary>
    public ByteSink Table { get; } = new(work.PathOf("table"), BufferSize);

    /// <summary>Names one after the other, in UTF-8.</summary>
    public ByteSink Names { get; } = new(work.PathOf("names"), BufferSize);

    /// <summary>The end of each name, from the first name on; name 0 is none. [bytes]</summary>
    public List<uint> NameEnds { get; } = [0];

    /// <summary>Number of ways.</summary>
    public int Count { get; private set; }

    /// <summary>Number of ways of the present extract.</summary>
    public int CountOfExtract { get; private set; }

    /// <summary>Number of nodes that these name, repeats counted.</summary>
    public long NodesOfExtract { get; private set; }

    /// <summary>Turns to the next extract.</summary>
    public void StartExtract()
    {
        CountOfExtract = 0;
        NodesOfExtract = 0;
        shapes.Reread().SetLength(0);
    }

    /// <summary>Keeps the ways of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(OsmWays block)
    {
        foreach (var way in block.Ways)
        {
            Table.WriteInt64(way.Id);
            Table.WriteUInt32(NumberOf(block.NameOf(way)));
        }

        shapes.Write(block.Shapes.Written);
        Count += block.Ways.Count;
        CountOfExtract += block.Ways.Count;
        NodesOfExtract += block.Nodes;
    }

    /// <summary>The ways of the present extract again, in the order they came.</summary>
    public FileReader Reread() => new(shapes.Reread());

    /// <inheritdoc/>
    public void Dispose()
    {
        shapes.Dispose();
        Table.Dispose();
        Names.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint NumberOf(ReadOnlySpan<byte> name)
    {
        // All names together stay below 4 GB by far.
        if (name.IsEmpty || name.Length > MapIndexHeader.LongestName || Names.Length > uint.MaxValue - MapIndexHeader.LongestName)
        {
            return 0;
        }

        var hash = HashStart;
        foreach (var letter in name)
        {
            hash = unchecked((hash ^ letter) * HashFactor);
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberOfName, hash, out var known);
        if (!known)
        {
            number = (uint)NameEnds.Count;
            Names.Write(name);
            NameEnds.Add((uint)Names.Length);
        }

        return number;
    }
}
