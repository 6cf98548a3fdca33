namespace KneeLoad.Testing;

/// <summary>Writes fields of a protocol buffer message.</summary>
public sealed class ProtoWriter
{
    private readonly List<byte> bytes = [];

    /// <summary>A number.</summary>
    public ProtoWriter Number(int field, ulong value)
    {
        Varint((ulong)field << 3);
        Varint(value);
        return this;
    }

    /// <summary>A number that may be negative, in zigzag.</summary>
    public ProtoWriter Difference(int field, long value) => Number(field, ZigZag(value));

    /// <summary>Bytes, a text or a message.</summary>
    public ProtoWriter Piece(int field, byte[] content)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)content.Length);
        bytes.AddRange(content);
        return this;
    }

    /// <summary>The message.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>Packed numbers.</summary>
    public static byte[] Numbers(IEnumerable<ulong> values)
    {
        var writer = new ProtoWriter();
        foreach (var value in values)
        {
            writer.Varint(value);
        }

        return writer.ToArray();
    }

    /// <summary>Packed differences of numbers, in zigzag.</summary>
    public static byte[] Differences(IEnumerable<long> values)
    {
        long last = 0;
        return Numbers([.. values.Select(value =>
        {
            var difference = value - last;
            last = value;
            return ZigZag(difference);
        })]);
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Add((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }
}
