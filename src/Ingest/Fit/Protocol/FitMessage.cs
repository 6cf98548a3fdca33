using System.Text;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>One message as a view on the file's bytes: fields are read when asked for.</summary>
internal readonly ref struct FitMessage(MessageDefinition definition, ReadOnlySpan<byte> payload, uint? timestamp)
{
    private readonly ReadOnlySpan<byte> payload = payload;

    /// <summary>When it was written: its own timestamp, or the one its compressed header gives. FIT's epoch. [s]</summary>
    public uint? Timestamp { get; } = timestamp;

    /// <summary>A number before scale and offset, the first where the field holds several.</summary>
    /// <returns>Null when the message has no such field, or an invalid value in it.</returns>
    public double? Number(byte field)
    {
        foreach (var candidate in definition.Fields)
        {
            if (candidate.Number == field && candidate.DeveloperIndex is null)
            {
                return FitNumber.Read(payload.Slice(candidate.Offset, candidate.Size), candidate.Type, definition.BigEndian);
            }
        }

        return null;
    }

    /// <summary>A whole number from 0 to 2^32 - 2, the first where the field holds several.</summary>
    /// <returns>Null when the message has no such field, or an invalid value in it.</returns>
    public uint? Whole(byte field) => Number(field) is >= 0 and < uint.MaxValue and var number ? (uint)number : null;

    /// <summary>A text.</summary>
    /// <returns>Null when the message has no such field, or an empty one.</returns>
    public string? Text(byte field)
    {
        var bytes = Bytes(field, FitBaseType.Text);
        var end = bytes.IndexOf((byte)0);
        bytes = end < 0 ? bytes : bytes[..end];
        return bytes.IsEmpty ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Copies all valid elements of a field of whole 16 bits.</summary>
    /// <returns>How many; 0 where the message has no such field.</returns>
    public int CopyTo(Span<ushort> destination, byte field)
    {
        var count = 0;
        for (var elements = Bytes(field, FitBaseType.UInt16); elements.Length >= sizeof(ushort); elements = elements[sizeof(ushort)..])
        {
            if (FitNumber.Load<ushort>(elements, definition.BigEndian) is not ushort.MaxValue and var element)
            {
                destination[count++] = element;
            }
        }

        return count;
    }

    /// <summary>The bare bytes of a field; empty when the message has none of this type.</summary>
    public ReadOnlySpan<byte> Bytes(byte field, FitBaseType type)
    {
        foreach (var candidate in definition.Fields)
        {
            if (candidate.Number == field && candidate.DeveloperIndex is null && candidate.Type == type)
            {
                return payload.Slice(candidate.Offset, candidate.Size);
            }
        }

        return [];
    }
}
