using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class ByteBufferTests
{
    // The examples of the protocol buffer encoding guide, and the edges of one, two and ten bytes.
    [Theory]
    [InlineData(0UL, "00")]
    [InlineData(1UL, "01")]
    [InlineData(127UL, "7F")]
    [InlineData(128UL, "8001")]
    [InlineData(150UL, "9601")]
    [InlineData(16_383UL, "FF7F")]
    [InlineData(16_384UL, "808001")]
    [InlineData(ulong.MaxValue, "FFFFFFFFFFFFFFFFFF01")]
    public void A_varint_has_seven_bits_a_byte_lowest_first(ulong value, string bytes)
    {
        var buffer = new ByteBuffer();

        buffer.WriteVarint(value);

        Assert.Equal(bytes, Convert.ToHexString(buffer.Written));
    }

    [Theory]
    [InlineData(0L, "00")]
    [InlineData(-1L, "01")]
    [InlineData(1L, "02")]
    [InlineData(-2L, "03")]
    [InlineData(-64L, "7F")]
    [InlineData(64L, "8001")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF01")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF01")]
    public void A_signed_number_goes_in_a_zigzag(long value, string bytes)
    {
        var buffer = new ByteBuffer();

        buffer.WriteSigned(value);

        Assert.Equal(bytes, Convert.ToHexString(buffer.Written));
    }

    [Fact]
    public void Fixed_numbers_have_their_lowest_byte_first()
    {
        var buffer = new ByteBuffer();

        buffer.WriteUInt16(0x0102);
        buffer.WriteUInt32(0x03040506);

        Assert.Equal("020106050403", Convert.ToHexString(buffer.Written));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void It_grows_with_what_is_written(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        var buffer = new ByteBuffer();

        buffer.Write(bytes);
        buffer.WriteVarint(ulong.MaxValue);

        Assert.Equal(length + 10, buffer.Length);
        Assert.Equal(bytes, buffer.Written[..length].ToArray());
    }

    [Fact]
    public void A_cleared_buffer_begins_anew()
    {
        var buffer = new ByteBuffer();
        buffer.WriteUInt32(7);

        buffer.Clear();
        buffer.WriteVarint(9);

        Assert.Equal([9], buffer.Written.ToArray());
    }
}
