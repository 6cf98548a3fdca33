using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KneeLoad.Testing;

/// <summary>Writes OpenStreetMap extracts (.osm.pbf) for tests and samples, with each part of the format that a reader meets.</summary>
public sealed class OsmPbfBuilder
{
    private readonly List<(long Id, double Latitude, double Longitude)> nodes = [];
    private readonly List<(long Id, long[] Nodes, (string Key, string Value)[] Tags)> ways = [];
    private readonly Dictionary<(double, double), long> nodeAt = [];
    private long nextId = 1;

    /// <summary>The features that the header requires of a reader.</summary>
    public IReadOnlyList<string> RequiredFeatures { get; init; } = ["OsmSchema-V0.6", "DenseNodes"];

    /// <summary>The features that the header names beside those.</summary>
    public IReadOnlyList<string> OptionalFeatures { get; init; } = [];

    /// <summary>State of the data, seconds since 1970; null to leave it out.</summary>
    public long? DataUnixSeconds { get; init; }

    /// <summary>Whether nodes stand one by one instead of in columns.</summary>
    public bool PlainNodes { get; init; }

    /// <summary>Whether blocks are not compressed.</summary>
    public bool Raw { get; init; }

    /// <summary>Field that holds the bytes of a block: 1 plain, 3 zlib; others are methods that nobody here unpacks.</summary>
    public int? BlobField { get; init; }

    /// <summary>Nodes and ways a block.</summary>
    public int ThingsABlock { get; init; } = 8000;

    /// <summary>Units of a place. [1e-9 degrees]</summary>
    public int Granularity { get; init; } = 100;

    /// <summary>Number of the first way and node.</summary>
    public long FirstId
    {
        init => nextId = value;
    }

    /// <summary>Adds a node; the same place gives the same node.</summary>
    public long Node(double latitude, double longitude)
    {
        if (!nodeAt.TryGetValue((latitude, longitude), out var id))
        {
            id = nextId++;
            nodeAt.Add((latitude, longitude), id);
            nodes.Add((id, latitude, longitude));
        }

        return id;
    }

    /// <summary>Adds a way along places.</summary>
    /// <param name="tags">Like "highway=path surface=gravel"; an underscore in a name stands for a space.</param>
    /// <param name="places">Latitude and longitude of each.</param>
    public OsmPbfBuilder Way(string tags, params (double Latitude, double Longitude)[] places) =>
        WayOf(tags, [.. places.Select(place => Node(place.Latitude, place.Longitude))]);

    /// <summary>Adds a way along nodes, which need not be there.</summary>
    public OsmPbfBuilder WayOf(string tags, params long[] wayNodes) => WayOf(nextId++, tags, wayNodes);

    /// <summary>Adds a way of a stated number.</summary>
    public OsmPbfBuilder WayOf(long id, string tags, params long[] wayNodes)
    {
        ways.Add((id, wayNodes,
        [
            .. tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=', 2))
                .Select(tag => (tag[0], tag[0] == "name" ? tag[1].Replace('_', ' ') : tag[1])),
        ]));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        var header = new ProtoWriter();
        foreach (var feature in RequiredFeatures)
        {
            header.Piece(4, Encoding.UTF8.GetBytes(feature));
        }

        foreach (var feature in OptionalFeatures)
        {
            header.Piece(5, Encoding.UTF8.GetBytes(feature));
        }

        if (DataUnixSeconds is { } seconds)
        {
            header.Number(32, (ulong)seconds);
        }

        WriteBlob(file, "OSMHeader", header.ToArray());
        foreach (var block in nodes.Chunk(ThingsABlock))
        {
            WriteBlob(file, "OSMData", NodeBlock(block));
        }

        foreach (var block in ways.Chunk(ThingsABlock))
        {
            WriteBlob(file, "OSMData", WayBlock(block));
        }

        return file.ToArray();
    }

    /// <summary>Writes the file.</summary>
    public string Save(string path)
    {
        File.WriteAllBytes(path, ToBytes());
        return path;
    }

    /// <summary>Appends one block with its header.</summary>
    public void WriteBlob(Stream file, string type, byte[] content)
    {
        var blob = new ProtoWriter();
        var field = BlobField ?? (Raw ? 1 : 3);
        if (field == 1)
        {
            blob.Piece(1, content);
        }
        else
        {
            blob.Number(2, (ulong)content.Length).Piece(field, Compress(content));
        }

        var body = blob.ToArray();
        var header = new ProtoWriter().Piece(1, Encoding.UTF8.GetBytes(type)).Number(3, (ulong)body.Length).ToArray();
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        file.Write(body);
    }

    private static byte[] Compress(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private byte[] NodeBlock((long Id, double Latitude, double Longitude)[] block)
    {
        var group = new ProtoWriter();
        if (PlainNodes)
        {
            foreach (var (id, latitude, longitude) in block)
            {
                group.Piece(1, new ProtoWriter().Difference(1, id).Difference(8, Units(latitude)).Difference(9, Units(longitude)).ToArray());
            }
        }
        else
        {
            group.Piece(2, new ProtoWriter()
                .Piece(1, ProtoWriter.Differences(block.Select(node => node.Id)))
                .Piece(8, ProtoWriter.Differences(block.Select(node => Units(node.Latitude))))
                .Piece(9, ProtoWriter.Differences(block.Select(node => Units(node.Longitude)))).ToArray());
        }

        var whole = new ProtoWriter().Piece(1, []).Piece(2, group.ToArray());
        return (Granularity == 100 ? whole : whole.Number(17, (ulong)Granularity)).ToArray();
    }

    private long Units(double degrees) => (long)Math.Round(degrees * 1e9 / Granularity);

    private static byte[] WayBlock((long Id, long[] Nodes, (string Key, string Value)[] Tags)[] block)
    {
        var strings = new List<string> { string.Empty };
        var group = new ProtoWriter();
        foreach (var (id, wayNodes, tags) in block)
        {
            group.Piece(3, new ProtoWriter()
                .Number(1, (ulong)id)
                .Piece(2, ProtoWriter.Numbers(tags.Select(tag => IndexOf(tag.Key))))
                .Piece(3, ProtoWriter.Numbers(tags.Select(tag => IndexOf(tag.Value))))
                .Piece(8, ProtoWriter.Differences(wayNodes)).ToArray());
        }

        var table = new ProtoWriter();
        foreach (var text in strings)
        {
            table.Piece(1, Encoding.UTF8.GetBytes(text));
        }

        return new ProtoWriter().Piece(1, table.ToArray()).Piece(2, group.ToArray()).ToArray();

        ulong IndexOf(string text)
        {
            if (strings.IndexOf(text) is var index && index < 0)
            {
                index = strings.Count;
                strings.Add(text);
            }

            return (ulong)index;
        }
    }
}
