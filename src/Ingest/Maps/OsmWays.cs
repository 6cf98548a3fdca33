using System.Runtime.InteropServices;
using System.Text;

namespace KneeLoad.Ingest.Maps;

/// <summary>The ways of one block that a runner's map needs. Used again for the next block.</summary>
internal sealed class OsmWays
{
    private const int NoString = -1;
    private readonly List<Range> strings = [];
    private readonly List<byte> keys = [];
    private readonly Dictionary<TagStrings, WayNature?> natures = [];
    private readonly List<byte> names = [];
    private readonly List<long> nodes = [];
    private readonly List<byte> shapes = [];

    /// <summary>The ways, in the file's order.</summary>
    public List<OsmWay> Ways { get; } = [];

    /// <summary>Numbers of a way's nodes.</summary>
    public ReadOnlySpan<long> NodesOf(OsmWay way) => CollectionsMarshal.AsSpan(nodes).Slice(way.NodesFrom, way.NodeCount);

    /// <summary>The same as bytes: the difference of each number to the one before, as the extract writes it.</summary>
    public ReadOnlySpan<byte> ShapeOf(OsmWay way) => CollectionsMarshal.AsSpan(shapes)[way.Shape];

    /// <summary>A way's name in UTF-8; empty without one.</summary>
    public ReadOnlySpan<byte> NameOf(OsmWay way) => CollectionsMarshal.AsSpan(names)[way.Name];

    /// <summary>Reads the ways of a block.</summary>
    /// <returns>False when the bytes contradict the format.</returns>
    public bool Read(ReadOnlySpan<byte> block)
    {
        strings.Clear();
        keys.Clear();
        natures.Clear();
        names.Clear();
        nodes.Clear();
        shapes.Clear();
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

        if (cursor.Failed || !ReadTags(wayKeys, wayValues, out var tags, out var name))
        {
            return false;
        }

        return NatureOf(tags, block) is not { } nature || Keep(id, nature, wayNodes, name, block);
    }

    private bool ReadTags(ReadOnlySpan<byte> wayKeys, ReadOnlySpan<byte> wayValues, out TagStrings tags, out int name)
    {
        (tags, name) = (TagStrings.None, NoString);
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
                    tags = tags with { Highway = value };
                    break;
                case WayKeys.Surface:
                    tags = tags with { Surface = value };
                    break;
                case WayKeys.TrackType:
                    tags = tags with { TrackType = value };
                    break;
                case WayKeys.Smoothness:
                    tags = tags with { Smoothness = value };
                    break;
                case WayKeys.Footway:
                    tags = tags with { Footway = value };
                    break;
                case WayKeys.Leisure:
                    tags = tags with { Leisure = value };
                    break;
                case WayKeys.Sport:
                    tags = tags with { Sport = value };
                    break;
                case WayKeys.Foot:
                    tags = tags with { Foot = value };
                    break;
                case WayKeys.Access:
                    tags = tags with { Access = value };
                    break;
                case WayKeys.Grading:
                    tags = tags with { IsGradedPath = true };
                    break;
                case WayKeys.Name:
                    name = value;
                    break;
                default:
                    break;
            }
        }

        return eachValue.AtEnd;
    }

    /// <summary>What the tags of a way say; null where it is none to run on.</summary>
    private WayNature? NatureOf(TagStrings tags, ReadOnlySpan<byte> block)
    {
        if (tags.Highway == NoString && tags.Leisure == NoString)
        {
            return null;
        }

        // PERF: thousands of ways of a block share some dozens of sets of tags; each set is judged once.
        if (!natures.TryGetValue(tags, out var nature))
        {
            var words = new WayTags
            {
                Highway = Value(tags.Highway, block), Surface = Value(tags.Surface, block), TrackType = Value(tags.TrackType, block),
                Smoothness = Value(tags.Smoothness, block), Footway = Value(tags.Footway, block), Leisure = Value(tags.Leisure, block),
                Sport = Value(tags.Sport, block), Foot = Value(tags.Foot, block), Access = Value(tags.Access, block), IsGradedPath = tags.IsGradedPath,
            };
            nature = SurfaceRules.IsRunnable(words) ? WayNature.Of(words) : null;
            natures.Add(tags, nature);
        }

        return nature;
    }

    private string? Value(int index, ReadOnlySpan<byte> block) => index == NoString ? null : Encoding.UTF8.GetString(block[strings[index]]);

    private bool Keep(long id, WayNature nature, ReadOnlySpan<byte> wayNodes, int name, ReadOnlySpan<byte> block)
    {
        var (nodesFrom, shapeFrom, nameFrom) = (nodes.Count, shapes.Count, names.Count);
        if (name != NoString)
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

        shapes.AddRange(wayNodes);
        Ways.Add(new(id, nature, nodesFrom, nodes.Count - nodesFrom, shapeFrom..shapes.Count, nameFrom..names.Count));
        return !each.Failed;
    }

    /// <summary>The tags of a way by the numbers of their values in the block's table.</summary>
    private readonly record struct TagStrings(
        int Highway, int Surface, int TrackType, int Smoothness, int Footway, int Leisure, int Sport, int Foot, int Access, bool IsGradedPath)
    {
        public static TagStrings None => new(NoString, NoString, NoString, NoString, NoString, NoString, NoString, NoString, NoString, false);
    }
}
