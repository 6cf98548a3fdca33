using System.Runtime.InteropServices;
using System.Text;

namespace KneeLoad.Ingest.Maps;

/// <summary>The ways of one block that a runner's map needs. Used again for the next block.</summary>
internal sealed class OsmWays
{
    private readonly List<Range> strings = [];
    private readonly List<byte> keys = [];
    private readonly List<string?> values = [];
    private readonly List<byte> names = [];
    private readonly List<long> nodes = [];

    /// <summary>The ways, in the file's order.</summary>
    public List<OsmWay> Ways { get; } = [];

    /// <summary>Numbers of a way's nodes.</summary>
    public ReadOnlySpan<long> NodesOf(OsmWay way) => CollectionsMarshal.AsSpan(nodes).Slice(way.NodesFrom, way.NodeCount);

    /// <summary>A way's name in UTF-8; empty without one.</summary>
    public ReadOnlySpan<byte> NameOf(OsmWay way) => CollectionsMarshal.AsSpan(names)[way.Name];

    /// <summary>Reads the ways of a block.</summary>
    /// <returns>False when the bytes contradict the format.</returns>
    public bool Read(ReadOnlySpan<byte> block)
    {
        strings.Clear();
        keys.Clear();
        values.Clear();
        names.Clear();
        nodes.Clear();
        Ways.Clear();

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
                sound &= ReadGroup(cursor.ReadPiece(), block);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

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
            values.Add(null);
        }

        return !cursor.Failed;
    }

    private bool ReadGroup(ReadOnlySpan<byte> group, ReadOnlySpan<byte> block)
    {
        var sound = true;
        var cursor = new ByteCursor(group);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.Way))
            {
                sound &= ReadWay(cursor.ReadPiece(), block);
            }
            else
            {
                cursor.Skip(field);
            }
        }

        return sound && !cursor.Failed;
    }

    private bool ReadWay(ReadOnlySpan<byte> way, ReadOnlySpan<byte> block)
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

        if (cursor.Failed || !ReadTags(wayKeys, wayValues, block, out var tags, out var name))
        {
            return false;
        }

        return tags is null || !SurfaceRules.IsRunnable(tags) || Keep(id, WayNature.Of(tags), wayNodes, name, block);
    }

    private bool ReadTags(ReadOnlySpan<byte> wayKeys, ReadOnlySpan<byte> wayValues, ReadOnlySpan<byte> block, out WayTags? tags, out int name)
    {
        (tags, name) = (null, -1);
        string? highway = null, surface = null, trackType = null, smoothness = null, footway = null, leisure = null, sport = null;
        var graded = false;
        var eachKey = new ByteCursor(wayKeys);
        var eachValue = new ByteCursor(wayValues);
        while (!eachKey.AtEnd)
        {
            var (key, value) = (eachKey.ReadInt(), eachValue.ReadInt());
            if (eachKey.Failed || eachValue.Failed || key >= strings.Count || value >= strings.Count)
            {
                return false;
            }

            switch (keys[key])
            {
                case WayKeys.Highway:
                    highway = Value(value, block);
                    break;
                case WayKeys.Surface:
                    surface = Value(value, block);
                    break;
                case WayKeys.TrackType:
                    trackType = Value(value, block);
                    break;
                case WayKeys.Smoothness:
                    smoothness = Value(value, block);
                    break;
                case WayKeys.Footway:
                    footway = Value(value, block);
                    break;
                case WayKeys.Leisure:
                    leisure = Value(value, block);
                    break;
                case WayKeys.Sport:
                    sport = Value(value, block);
                    break;
                case WayKeys.Grading:
                    graded = true;
                    break;
                case WayKeys.Name:
                    name = value;
                    break;
                default:
                    break;
            }
        }

        if (highway is not null || leisure == "track")
        {
            tags = new()
            {
                Highway = highway, Surface = surface, TrackType = trackType, Smoothness = smoothness,
                Footway = footway, Leisure = leisure, Sport = sport, IsGradedPath = graded,
            };
        }

        return eachValue.AtEnd;
    }

    /// <summary>A string of the block; each is decoded once.</summary>
    private string Value(int index, ReadOnlySpan<byte> block) => values[index] ??= Encoding.UTF8.GetString(block[strings[index]]);

    private bool Keep(long id, WayNature nature, ReadOnlySpan<byte> wayNodes, int name, ReadOnlySpan<byte> block)
    {
        var (nodesFrom, nameFrom) = (nodes.Count, names.Count);
        if (name >= 0)
        {
            names.AddRange(block[strings[name]]);
        }

        var each = new ByteCursor(wayNodes);
        long node = 0;
        while (!each.AtEnd)
        {
            node = unchecked(node + each.ReadSigned());
            nodes.Add(node);
        }

        Ways.Add(new(id, nature, nodesFrom, nodes.Count - nodesFrom, nameFrom..names.Count));
        return !each.Failed;
    }
}
