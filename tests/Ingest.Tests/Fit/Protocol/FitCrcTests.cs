using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FitCrcTests
{
    [Fact]
    public void Check_of_the_nine_digits_is_the_published_one()
    {
        // The catalogue of such checks lists this one as CRC-16/ARC with 0xBB3D for "123456789".
        Assert.Equal(0xBB3D, FitCrc.Of("123456789"u8));
    }

    [Fact]
    public void Bytes_taken_eight_at_a_time_and_one_by_one_give_the_same()
    {
        var bytes = new byte[100];
        new Random(1).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(BitByBit(bytes.AsSpan(0, length)), FitCrc.Of(bytes.AsSpan(0, length)));
        }
    }

    private static int BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }

        return crc;
    }
}
