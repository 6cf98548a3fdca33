using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The parts of a block of data by their field numbers, and a look at what kinds of thing it holds.</summary>
internal static class OsmGroups
{
    public const int StringTable = 1;
    public const int Group = 2;
    public const int PlainNode = 1;
    public const int DenseNodes = 2;
    public const int Way = 3;
    public const int Relation = 4;

    /// <summary>Tells from the beginning of a block what it may hold. A group holds things of one kind only.</summary>
    /// <param name="beginning">The first bytes.</param>
    /// <param name="lastGroupFrom">Where the last group that matters can begin, from the block's first byte. [bytes]</param>
    /// <returns>All, as long as the beginning does not tell.</returns>
    public static OsmContents Peek(ReadOnlySpan<byte> beginning, int lastGroupFrom)
    {
        var contents = OsmContents.None;
        var cursor = new ByteCursor(beginning);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (!field.IsPiece(Group))
            {
                cursor.Skip(field);
                continue;
            }

            var length = cursor.ReadVarint();
            var start = cursor.Position;
            contents |= KindOf(cursor.ReadField());
            if (cursor.Failed)
            {
                break;
            }

            // Positions are below 2^31 and lengths checked against it: no overflow.
            if (length > int.MaxValue || start + (long)length > lastGroupFrom)
            {
                return contents;
            }

            if (start + (long)length > beginning.Length)
            {
                break;
            }

            cursor = new ByteCursor(beginning[(start + (int)length)..]);
            beginning = beginning[(start + (int)length)..];
            lastGroupFrom -= start + (int)length;
        }

        return OsmContents.All;
    }

    private static OsmContents KindOf(ProtoField field) => field.Number switch
    {
        PlainNode or DenseNodes => OsmContents.Nodes,
        Way => OsmContents.Ways,
        Relation => OsmContents.Relations,
        _ => OsmContents.None,
    };
}
