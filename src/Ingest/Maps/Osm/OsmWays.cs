using System.Runtime.CompilerServices;
using System.Text;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The ways of one block that a runner's map needs. Used again for the next block.</summary>
internal sealed class OsmWays
{
    private const int NoString = -1;

    // OpenStreetMap allows 2,000; a way of more than these is an error, and one batch holds any way.
    private const int MostNodesAWay = 1 << 16;
    private readonly List<Range> strings = [];
    private readonly List<byte> keys = [];
    private readonly int[] tags = new int[WayKeys.Count];
    private readonly WayNatures natures = new();
    private readonly ByteBuffer names = new();

    /// <summary>The ways, in the file's order.</summary>
    public List<OsmWay> Ways { get; } = [];

    /// <summary>The ways one after the other as the building of an index reads them: nature, number, and the nodes as the extract writes them.</summary>
    public ByteBuffer Shapes { get; } = new();

    /// <summary>Number of nodes that they name, repeats counted.</summary>
    public int Nodes { get; private set; }

    /// <summary>A way's name in UTF-8; empty without one.</summary>
    public ReadOnlySpan<byte> NameOf(OsmWay way) => names.Written[way.Name];

    /// <summary>Reads the ways of a block.</summary>
    /// <param name="block">Its bytes.</param>
    /// <param name="needed">Is told the nodes that they need.</param>
    /// <returns>False when the bytes contradict the format.</returns>
    public bool Read(ReadOnlySpan<byte> block, NodeFilter needed)
    {
        strings.Clear();
        keys.Clear();
        natures.Clear();
        names.Clear();
        Shapes.Clear();
        Ways.Clear();
        Nodes = 0;

        var sound = true;
        var cursor = new ByteCursor(block);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.StringTable))
            {
                var table = cursor.ReadPiece();
                sound &= ReadStrings(table, cursor.Position - table.Length, block);
            }
            else if (field.IsPiece(OsmGroups.Group))
            {
                sound &= ReadGroup(cursor.ReadPiece(), block, needed);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadStrings(ReadOnlySpan<byte> table, int tableFrom, ReadOnlySpan<byte> block)
    {
        var cursor = new ByteCursor(table);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (!field.IsPiece(1))
            {
                cursor.Skip(field);
                continue;
            }

            var text = cursor.ReadPiece();
            var end = tableFrom + cursor.Position;
            strings.Add((end - text.Length)..end);
            keys.Add(WayKeys.Of(block[strings[^1]]));
        }

        return !cursor.Failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadGroup(ReadOnlySpan<byte> group, ReadOnlySpan<byte> block, NodeFilter needed)
    {
        var sound = true;
        var cursor = new ByteCursor(group);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.Way))
            {
                sound &= ReadWay(cursor.ReadPiece(), block, needed);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadWay(ReadOnlySpan<byte> way, ReadOnlySpan<byte> block, NodeFilter needed)
    {
        long id = 0;
        ReadOnlySpan<byte> wayKeys = default, wayValues = default, wayNodes = default;
        var cursor = new ByteCursor(way);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            switch (field)
            {
                case { Number: 1, WireType: ProtoField.Varint }:
                    id = unchecked((long)cursor.ReadVarint());
                    break;
                case { Number: 2, WireType: ProtoField.Piece }:
                    wayKeys = cursor.ReadPiece();
                    break;
                case { Number: 3, WireType: ProtoField.Piece }:
                    wayValues = cursor.ReadPiece();
                    break;
                case { Number: 8, WireType: ProtoField.Piece }:
                    wayNodes = cursor.ReadPiece();
                    break;
                default:
                    cursor.Skip(field);
                    break;
            }
        }

        if (cursor.Failed || !ReadTags(wayKeys, wayValues))
        {
            return false;
        }

        if (tags[WayKeys.Highway] == NoString && tags[WayKeys.Leisure] == NoString)
        {
            return true;
        }

        var name = tags[WayKeys.Name];
        tags[WayKeys.Name] = tags[WayKeys.None] = NoString;
        ref var nature = ref natures.Of(tags, out var isKnown);
        nature = isKnown ? nature : Judge(block);
        return nature is not { } kept || Keep(id, kept, wayNodes, name == NoString ? [] : block[strings[name]], needed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadTags(ReadOnlySpan<byte> wayKeys, ReadOnlySpan<byte> wayValues)
    {
        Array.Fill(tags, NoString);
        var eachKey = new ByteCursor(wayKeys);
        var eachValue = new ByteCursor(wayValues);
        while (!eachKey.AtEnd)
        {
            var (key, value) = (eachKey.ReadInt(), eachValue.ReadInt());
            if (eachKey.Failed || eachValue.Failed || key >= strings.Count || value >= strings.Count)
            {
                return false;
            }

            tags[keys[key]] = value;
        }

        return eachValue.AtEnd;
    }

    /// <summary>The nature that the tags tell; null for a way that is none to run on.</summary>
    private WayNature? Judge(ReadOnlySpan<byte> block)
    {
        var words = new WayTags
        {
            Highway = Value(WayKeys.Highway, block),
            Surface = Value(WayKeys.Surface, block),
            TrackType = Value(WayKeys.TrackType, block),
            Smoothness = Value(WayKeys.Smoothness, block),
            Footway = Value(WayKeys.Footway, block),
            Leisure = Value(WayKeys.Leisure, block),
            Sport = Value(WayKeys.Sport, block),
            Foot = Value(WayKeys.Foot, block),
            Access = Value(WayKeys.Access, block),
            IsGradedPath = tags[WayKeys.Grading] != NoString,
        };
        return SurfaceRules.IsRunnable(words) ? WayNature.Of(words) : null;
    }

    private string? Value(byte key, ReadOnlySpan<byte> block) => tags[key] == NoString ? null : Encoding.UTF8.GetString(block[strings[tags[key]]]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Keep(long id, WayNature nature, ReadOnlySpan<byte> wayNodes, ReadOnlySpan<byte> name, NodeFilter needed)
    {
        var each = new ByteCursor(wayNodes);
        var count = each.CountVarints();
        if (count is < 2 or > MostNodesAWay)
        {
            return wayNodes.IsEmpty || wayNodes[^1] < 0x80;
        }

        for (long node = 0; !each.AtEnd;)
        {
            node = unchecked(node + each.ReadSigned());
            needed.Add(node);
        }

        Shapes.WriteUInt16(nature.Packed);
        Shapes.WriteVarint((ulong)count);
        Shapes.WriteSigned(id);
        Shapes.WriteVarint((ulong)wayNodes.Length);
        Shapes.Write(wayNodes);
        Nodes += count;
        var nameFrom = names.Length;
        names.Write(name);
        Ways.Add(new(id, nature, nameFrom..names.Length));
        return !each.Failed;
    }
}

/// <summary>A way of one block; its nodes and name lie in the block's buffers.</summary>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Nature">Its surface and kind.</param>
/// <param name="Name">Its name's bytes among the block's names; empty without one.</param>
internal readonly record struct OsmWay(long Id, WayNature Nature, Range Name);
