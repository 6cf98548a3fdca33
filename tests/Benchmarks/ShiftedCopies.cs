using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Testing;

namespace KneeLoad.Benchmarks;

/// <summary>copies N OUT EXTRACT…: one large extract of N copies of each, every copy with numbers and places of its own.</summary>
/// <remarks>Differences stay as they are, so only the first number of each list is written anew; all else is copied.</remarks>
internal static class ShiftedCopies
{
    private const long IdsACopy = 20_000_000_000;
    private const long NanodegreesACopy = 400_000_000;

    /// <summary>Runs the verb.</summary>
    public static int Run(int copies, string output, ReadOnlySpan<string> extracts)
    {
        using var file = File.Create(output);
        var builder = new OsmPbfBuilder();
        builder.WriteBlob(file, "OSMHeader", new ProtoWriter().Piece(4, "OsmSchema-V0.6"u8.ToArray()).Piece(4, "DenseNodes"u8.ToArray()).ToArray());
        long copy = 0;
        using var block = new OsmBlock();
        foreach (var path in extracts)
        {
            var (extract, refusal) = OsmPbfFile.Open(path);
            if (extract is null)
            {
                Console.Error.WriteLine(refusal?.Reason);
                return 1;
            }

            using (extract)
            {
                for (var i = 0; i < copies; i++, copy++)
                {
                    foreach (var blob in extract.Blobs)
                    {
                        if (block.Unpack(extract, blob, OsmContents.All) is null)
                        {
                            builder.WriteBlob(file, "OSMData", Shift(block.Bytes, copy * IdsACopy, i * NanodegreesACopy));
                        }
                    }
                }
            }
        }

        Console.WriteLine($"{copy} copies, {file.Length} bytes");
        return 0;
    }

    private static byte[] Shift(ReadOnlySpan<byte> bytes, long ids, long nanodegrees)
    {
        var whole = new ProtoWriter();
        long north = 0;
        var cursor = new ByteCursor(bytes);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(OsmGroups.Group))
            {
                whole.Piece(field.Number, Group(cursor.ReadPiece(), ids));
            }
            else if (field.IsVarint(19))
            {
                north = unchecked((long)cursor.ReadVarint());
            }
            else
            {
                Copy(ref cursor, field, whole);
            }
        }

        return whole.Number(19, unchecked((ulong)(north + nanodegrees))).ToArray();
    }

    private static byte[] Group(ReadOnlySpan<byte> bytes, long ids)
    {
        var group = new ProtoWriter();
        var cursor = new ByteCursor(bytes);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            switch (field)
            {
                case { Number: OsmGroups.DenseNodes, WireType: ProtoField.Piece }:
                    group.Piece(field.Number, Thing(cursor.ReadPiece(), ids, list: 1, number: -1));
                    break;
                case { Number: OsmGroups.Way, WireType: ProtoField.Piece }:
                    group.Piece(field.Number, Thing(cursor.ReadPiece(), ids, list: 8, number: 1));
                    break;
                default:
                    Copy(ref cursor, field, group);
                    break;
            }
        }

        return group.ToArray();
    }

    /// <summary>A thing with one number and one list of differences moved on.</summary>
    private static byte[] Thing(ReadOnlySpan<byte> bytes, long ids, int list, int number)
    {
        var thing = new ProtoWriter();
        var cursor = new ByteCursor(bytes);
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadField();
            if (field.IsPiece(list))
            {
                var piece = cursor.ReadPiece();
                var first = new ByteCursor(piece);
                var begin = ProtoWriter.Differences([first.ReadSigned() + ids]);
                thing.Piece(list, [.. begin, .. piece[first.Position..]]);
            }
            else if (field.IsVarint(number))
            {
                thing.Number(number, cursor.ReadVarint() + (ulong)ids);
            }
            else
            {
                Copy(ref cursor, field, thing);
            }
        }

        return thing.ToArray();
    }

    private static void Copy(ref ByteCursor cursor, ProtoField field, ProtoWriter to)
    {
        if (field.WireType == ProtoField.Piece)
        {
            to.Piece(field.Number, cursor.ReadPiece().ToArray());
        }
        else
        {
            to.Number(field.Number, cursor.ReadVarint());
        }
    }
}
