using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FitHeaderTests
{
    [Fact]
    public void A_header_of_12_bytes_has_no_check_of_its_own()
    {
        Assert.True(FitHeader.TryRead(Header(12), out var header));

        Assert.Equal(new FitHeader(12, 0x04030201, null), header);
    }

    [Fact]
    public void A_header_of_14_bytes_ends_with_a_check_lowest_byte_first()
    {
        Assert.True(FitHeader.TryRead([.. Header(14), 0x34, 0x12], out var header));

        Assert.Equal(new FitHeader(14, 0x04030201, 0x1234), header);
    }

    [Fact]
    public void A_header_of_13_bytes_has_no_room_for_a_check()
    {
        Assert.True(FitHeader.TryRead([.. Header(13), 0x34], out var header));

        Assert.Null(header.Crc);
    }

    [Fact]
    public void A_longer_header_of_a_later_revision_keeps_its_check_at_the_same_place()
    {
        Assert.True(FitHeader.TryRead([.. Header(16), 0x34, 0x12, 0xAA, 0xBB], out var header));

        Assert.Equal(new FitHeader(16, 0x04030201, 0x1234), header);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_header_that_states_less_than_12_bytes_is_none(byte size) => Assert.False(FitHeader.TryRead(Header(size), out _));

    [Fact]
    public void A_header_longer_than_the_file_is_none()
    {
        Assert.False(FitHeader.TryRead([.. Header(14), 0x34], out _));
        Assert.True(FitHeader.TryRead([.. Header(14), 0x34, 0x12], out _));
    }

    [Theory]
    [InlineData(".FIT", true)]
    [InlineData(".fit", false)]
    [InlineData("FIT.", false)]
    [InlineData(".FI\0", false)]
    public void The_mark_is_four_capital_letters_from_the_ninth_byte_on(string mark, bool isFit)
    {
        byte[] file = [.. new byte[8], .. mark.Select(letter => (byte)letter)];

        Assert.Equal(isFit, FitHeader.IsAt(file));
    }

    [Fact]
    public void Eleven_bytes_cannot_hold_the_mark()
    {
        Assert.False(FitHeader.IsAt(Header(12).AsSpan(0, 11)));
        Assert.False(FitHeader.IsAt([]));
    }

    private static byte[] Header(byte size) => [size, 0x20, 0, 0, 1, 2, 3, 4, (byte)'.', (byte)'F', (byte)'I', (byte)'T'];
}
