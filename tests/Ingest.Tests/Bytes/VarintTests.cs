using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class VarintTests
{
    [Fact]
    public void Each_number_comes_back_and_takes_a_byte_for_each_seven_bits()
    {
        var bytes = new byte[Varint.Longest];
        for (var bits = 0; bits < 64; bits++)
        {
            foreach (var value in (ulong[])[1UL << bits, (1UL << bits) - 1, ulong.MaxValue >> (63 - bits)])
            {
                var length = Varint.Write(bytes, value);

                Assert.Equal(Math.Max(1, (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 6) / 7), length);
                Assert.Equal(length, Varint.Read(bytes, out var back));
                Assert.Equal(value, back);
                Assert.Equal(0, Varint.Read(bytes.AsSpan(0, length - 1), out _));
            }
        }
    }

    [Fact]
    public void Bytes_that_go_on_past_the_longest_are_no_number() =>
        Assert.Equal(0, Varint.Read([.. Enumerable.Repeat((byte)0x80, 12)], out _));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(1, 2)]
    [InlineData(long.MaxValue, ulong.MaxValue - 1)]
    [InlineData(long.MinValue, ulong.MaxValue)]
    public void Small_numbers_of_either_sign_are_small(long value, ulong folded)
    {
        Assert.Equal(folded, Varint.Folded(value));
        Assert.Equal(value, Varint.Unfolded(folded));
    }
}
