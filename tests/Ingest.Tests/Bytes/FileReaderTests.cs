using KneeLoad.Ingest.Bytes;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class FileReaderTests : IDisposable
{
    private const int BufferSize = 1 << 16;
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_sink_wrote_comes_back()
    {
        using var sink = new ByteSink(folder["sink"], 32);
        sink.WriteVarint(300);
        sink.WriteSigned(-5);
        sink.WriteUInt16(0xABCD);
        sink.Write([1, 2, 3]);
        sink.WriteVarint(ulong.MaxValue);
        sink.WriteSigned(long.MinValue);

        var reader = new FileReader(sink.Reread());

        Assert.Equal(300UL, reader.ReadVarint());
        Assert.Equal(-5, reader.ReadSigned());
        Assert.Equal(0xABCD, reader.ReadUInt16());
        Assert.Equal([1, 2, 3], reader.ReadBytes(3).ToArray());
        Assert.Equal(ulong.MaxValue, reader.ReadVarint());
        Assert.Equal(long.MinValue, reader.ReadSigned());
    }

    [Theory]
    [InlineData(BufferSize - 1)]
    [InlineData(BufferSize)]
    [InlineData(BufferSize + 1)]
    public void A_number_across_the_end_of_the_buffer_is_whole(int before)
    {
        using var sink = new ByteSink(folder["long"], 4096);
        sink.Write(new byte[before]);
        sink.WriteUInt16(0x0102);

        var reader = new FileReader(sink.Reread());

        Assert.Equal(before, reader.ReadBytes(before).Length);
        Assert.Equal(0x0102, reader.ReadUInt16());
    }

    [Fact]
    public void A_piece_longer_than_the_buffer_is_whole()
    {
        var noise = new byte[(3 * BufferSize) + 7];
        new Random(1).NextBytes(noise);
        using var sink = new ByteSink(folder["noise"], 4096);
        sink.WriteByte(9);
        sink.Write(noise);
        sink.WriteByte(8);

        var reader = new FileReader(sink.Reread());

        Assert.Equal([9], reader.ReadBytes(1).ToArray());
        Assert.Equal(noise, reader.ReadBytes(noise.Length).ToArray());
        Assert.Equal([8], reader.ReadBytes(1).ToArray());
    }

    [Fact]
    public void Bytes_beyond_the_end_are_refused()
    {
        using var sink = new ByteSink(folder["short"], 16);
        sink.WriteByte(1);
        var reader = new FileReader(sink.Reread());

        Assert.Throws<EndOfStreamException>(() => reader.ReadUInt16());
    }
}
