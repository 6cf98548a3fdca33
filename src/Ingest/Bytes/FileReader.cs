using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Bytes;

/// <summary>Reads back what a <see cref="ByteSink"/> wrote, through a buffer of its own.</summary>
internal sealed class FileReader(FileStream file)
{
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    /// <summary>The next bytes, good until more are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (filled - position < count)
        {
            Fill(count);
        }

        position += count;
        return buffer.AsSpan(position - count, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ushort ReadUInt16()
    {
        var bytes = ReadBytes(sizeof(ushort));
        return (ushort)(bytes[0] | (bytes[1] << 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadBytes(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long ReadSigned() => Varint.Unfolded(ReadVarint());

    private void Fill(int count)
    {
        var left = buffer.AsSpan(position, filled - position);
        var target = count > buffer.Length ? new byte[2 * count] : buffer;
        left.CopyTo(target);
        (buffer, filled, position) = (target, left.Length, 0);
        filled += file.ReadAtLeast(buffer.AsSpan(filled), count - filled, throwOnEndOfStream: true);
    }
}
