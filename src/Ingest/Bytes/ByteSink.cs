using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KneeLoad.Ingest.Bytes;

/// <summary>Writes varints, numbers and bytes to a file through a buffer of its own, and sums up their checksum (CRC-32C).</summary>
internal sealed class ByteSink : IDisposable
{
    private readonly FileStream file;
    private readonly byte[] buffer;
    private int filled;
    private uint checksum = uint.MaxValue;

    /// <summary>A sink into a new file.</summary>
    public ByteSink(string path, int bufferSize)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        buffer = new byte[bufferSize];
    }

    /// <summary>Length of the written part. [bytes]</summary>
    public long Length => file.Position + filled;

    /// <summary>Checksum of all that was written from the last <see cref="StartChecksum"/> on.</summary>
    public uint Checksum
    {
        get
        {
            Flush();
            return ~checksum;
        }
    }

    /// <summary>Goes on with a checksum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        // PERF: eight bytes an instruction where the processor has one for it.
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            checksum = BitOperations.Crc32C(checksum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var value in bytes[(bytes.Length & ~7)..])
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }

    /// <summary>Begins the checksum anew.</summary>
    public void StartChecksum()
    {
        Flush();
        checksum = uint.MaxValue;
    }

    public void WriteVarint(ulong value)
    {
        Ensure(Varint.Longest);
        filled += Varint.Write(buffer.AsSpan(filled), value);
    }

    public void WriteSigned(long value) => WriteVarint(Varint.Folded(value));

    public void WriteByte(byte value)
    {
        Ensure(1);
        buffer[filled++] = value;
    }

    public void WriteUInt16(ushort value)
    {
        Ensure(sizeof(ushort));
        BinaryPrimitives.WriteUInt16LittleEndian(buffer.AsSpan(filled), value);
        filled += sizeof(ushort);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteUInt32(uint value)
    {
        Ensure(sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(filled), value);
        filled += sizeof(uint);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteInt64(long value)
    {
        Ensure(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(filled), value);
        filled += sizeof(long);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - filled)
        {
            Flush();
        }

        if (bytes.Length > buffer.Length)
        {
            Put(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(filled));
        filled += bytes.Length;
    }

    /// <summary>All that was written, from a file that stays open.</summary>
    public FileStream Reread()
    {
        Flush();
        file.Position = 0;
        return file;
    }

    /// <summary>Writes over the file's beginning, and makes sure that all of it is on disk.</summary>
    public void Finish(ReadOnlySpan<byte> beginning)
    {
        Flush();
        file.Position = 0;
        file.Write(beginning);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Ensure(int length)
    {
        if (length > buffer.Length - filled)
        {
            Flush();
        }
    }

    private void Flush()
    {
        Put(buffer.AsSpan(0, filled));
        filled = 0;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        checksum = Append(checksum, bytes);
        file.Write(bytes);
    }
}
