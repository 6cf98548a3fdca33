namespace KneeLoad.Ingest.Maps;

/// <summary>Reads back what a <see cref="ByteSink"/> wrote, through a buffer of its own.</summary>
internal sealed class FileReader(FileStream file)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;

    public byte ReadByte()
    {
        if (position == filled)
        {
            filled = file.Read(buffer);
            position = 0;
            if (filled == 0)
            {
                throw new EndOfStreamException("A file of the build has become shorter.");
            }
        }

        return buffer[position++];
    }

    public ushort ReadUInt16() => (ushort)(ReadByte() | (ReadByte() << 8));

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public long ReadSigned()
    {
        var value = ReadVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
