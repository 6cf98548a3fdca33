using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Bytes;

/// <summary>Bytes in memory that grow as they are written.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[256];

    /// <summary>Length of the written part. [bytes]</summary>
    public int Length { get; private set; }

    /// <summary>The written part.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteVarint(ulong value)
    {
        Ensure(Varint.Longest);
        Length += Varint.Write(bytes.AsSpan(Length), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteSigned(long value) => WriteVarint(Varint.Folded(value));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteUInt16(ushort value)
    {
        Ensure(sizeof(ushort));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Length), value);
        Length += sizeof(ushort);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteUInt32(uint value)
    {
        Ensure(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Length), value);
        Length += sizeof(uint);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(ReadOnlySpan<byte> more)
    {
        Ensure(more.Length);
        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (bytes.Length - Length < more)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + more));
        }
    }
}
