using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Bytes;

/// <summary>
/// Reads varints and counted pieces from bytes, never beyond their end. A fault is remembered: the cursor then stands at
/// the end, so that every loop over it ends by itself, and who reads asks once, when done.
/// </summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Offset of the next byte. [bytes]</summary>
    public int Position { get; private set; }

    /// <summary>Whether something could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether all is read.</summary>
    public readonly bool AtEnd => Position == bytes.Length;

    /// <summary>Number of varints from here to the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly int CountVarints()
    {
        var count = 0;
        foreach (var value in bytes[Position..])
        {
            count += (~value & 0x80) >> 7;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadVarint()
    {
        // PERF: most varints of a map are one or two bytes (small differences), found without the loop.
        var rest = bytes[Position..];
        if (rest.Length > 1)
        {
            uint first = rest[0];
            if (first < 0x80)
            {
                Position++;
                return first;
            }

            uint second = rest[1];
            if (second < 0x80)
            {
                Position += 2;
                return (first & 0x7F) | (second << 7);
            }
        }

        return ReadLongVarint(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadSigned() => Varint.Unfolded(ReadVarint());

    /// <summary>A varint that must fit an index or a count; more is a fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadInt()
    {
        var value = ReadVarint();
        if (value <= int.MaxValue)
        {
            return (int)value;
        }

        Fail();
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (AtEnd)
        {
            Fail();
            return 0;
        }

        return bytes[Position++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort ReadUInt16() => (ushort)(ReadByte() | (ReadByte() << 8));

    /// <summary>A piece whose length stands before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> ReadPiece()
    {
        var length = ReadVarint();
        if (length > (ulong)(bytes.Length - Position))
        {
            Fail();
            return default;
        }

        var piece = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return piece;
    }

    /// <summary>The next field of a protocol buffer message: its number and wire type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ProtoField ReadField()
    {
        var tag = ReadVarint();
        if (tag > uint.MaxValue)
        {
            Fail();
        }

        return new((int)((tag >> 3) & 0x1FFF_FFFF), (int)(tag & 7));
    }

    /// <summary>Passes over the value of a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Skip(ProtoField field)
    {
        switch (field.WireType)
        {
            case ProtoField.Varint:
                ReadVarint();
                break;
            case ProtoField.Fixed64:
                Advance(sizeof(ulong));
                break;
            case ProtoField.Piece:
                ReadPiece();
                break;
            case ProtoField.Fixed32:
                Advance(sizeof(uint));
                break;
            default:
                Fail();
                break;
        }
    }

    /// <summary>Remembers that what was read cannot be.</summary>
    public void Fail()
    {
        Failed = true;
        Position = bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong ReadLongVarint(ReadOnlySpan<byte> rest)
    {
        // PERF: eight bytes at once; the first byte without its top bit ends the varint.
        if (rest.Length >= sizeof(ulong))
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            var ends = ~word & 0x8080_8080_8080_8080;
            if (ends != 0)
            {
                var length = (BitOperations.TrailingZeroCount(ends) >> 3) + 1;
                Position += length;
                word &= ulong.MaxValue >> (64 - (8 * length));
                word = (word & 0x007F_007F_007F_007F) | ((word & 0x7F00_7F00_7F00_7F00) >> 1);
                word = (word & 0x0000_3FFF_0000_3FFF) | ((word & 0x3FFF_0000_3FFF_0000) >> 2);
                return (word & 0x0FFF_FFFF) | ((word & 0x0FFF_FFFF_0000_0000) >> 4);
            }
        }

        var taken = Varint.Read(rest, out var value);
        Position += taken;
        if (taken == 0)
        {
            Fail();
        }

        return value;
    }

    private void Advance(int length)
    {
        if (length > bytes.Length - Position)
        {
            Fail();
            return;
        }

        Position += length;
    }
}
