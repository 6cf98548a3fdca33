using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Bytes;

/// <summary>Whatever goes through the buffer of a sink stands in the file, in order, whatever the buffer's size.</summary>
public sealed class ByteSinkTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(4096)]
    public void Numbers_and_bytes_come_back_whatever_the_buffer(int bufferSize)
    {
        byte[] piece = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];
        using (var sink = new ByteSink(folder["sink"], bufferSize))
        {
            sink.WriteVarint(0);
            sink.WriteVarint(ulong.MaxValue);
            sink.WriteSigned(long.MinValue);
            sink.WriteByte(9);
            sink.WriteUInt16(0xABCD);
            sink.WriteUInt32(0xDEAD_BEEF);
            sink.WriteInt64(-2);
            sink.Write(piece);
            sink.WriteVarint(128);
            Assert.Equal(1 + 10 + 10 + 1 + 2 + 4 + 8 + 100 + 2, sink.Length);
            sink.Finish([]);
        }

        var bytes = File.ReadAllBytes(folder["sink"]);
        var cursor = new ByteCursor(bytes);
        Assert.Equal(0UL, cursor.ReadVarint());
        Assert.Equal(ulong.MaxValue, cursor.ReadVarint());
        Assert.Equal(long.MinValue, cursor.ReadSigned());
        Assert.Equal(9, cursor.ReadByte());
        Assert.Equal(0xABCD, cursor.ReadUInt16());
        Assert.Equal([0xEF, 0xBE, 0xAD, 0xDE, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], bytes[cursor.Position..(cursor.Position + 12)]);
        Assert.Equal(piece, bytes[(cursor.Position + 12)..^2]);
        Assert.Equal([0x80, 0x01], bytes[^2..]);
    }

    [Fact]
    public void The_checksum_is_the_same_in_one_piece_and_in_many() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (bytes, step) =>
        {
            using var sink = new ByteSink(folder["sums"], 16);
            foreach (var piece in bytes.Chunk(step))
            {
                sink.Write(piece);
            }

            // Pieces are summed with the bits of the sum as they stand; only the end turns them.
            return sink.Checksum == ~ByteSink.Append(uint.MaxValue, bytes);
        }).QuickCheckThrowOnFailure();

    // The check value that catalogues of checksums give for CRC-32C.
    [Fact]
    public void The_checksum_is_CRC_32C() => Assert.Equal(0xE306_9283, ~ByteSink.Append(uint.MaxValue, "123456789"u8));

    [Fact]
    public void A_checksum_begun_anew_forgets_what_came_before()
    {
        using var sink = new ByteSink(folder["anew"], 64);
        sink.Write("header"u8);

        sink.StartChecksum();
        sink.Write("123456789"u8);

        Assert.Equal(0xE306_9283, sink.Checksum);
        Assert.Equal(15, sink.Length);
    }

    [Fact]
    public void The_beginning_is_written_over_and_the_rest_stays()
    {
        using (var sink = new ByteSink(folder["over"], 16))
        {
            sink.Write("____, and the rest of it"u8);
            sink.Finish("head"u8);
        }

        Assert.Equal("head, and the rest of it", File.ReadAllText(folder["over"]));
    }

    [Fact]
    public void What_was_written_is_read_again_while_the_sink_stays_open()
    {
        using var sink = new ByteSink(folder["again"], 64);
        sink.Write("still in the buffer"u8);

        using var reader = new StreamReader(sink.Reread(), leaveOpen: true);

        Assert.Equal("still in the buffer", reader.ReadToEnd());
    }
}
