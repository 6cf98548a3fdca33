using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FitNumberTests
{
    private static readonly byte[] AllSet = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 4)]
    [InlineData(7, 1)]
    [InlineData(8, 4)]
    [InlineData(9, 8)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(12, 4)]
    [InlineData(13, 1)]
    [InlineData(14, 8)]
    [InlineData(15, 8)]
    [InlineData(16, 8)]
    [InlineData(17, 0)]
    [InlineData(31, 0)]
    public void An_element_takes_the_bytes_that_the_protocol_gives_its_type(byte type, int bytes) =>
        Assert.Equal(bytes, FitNumber.SizeOf((FitBaseType)type));

    [Theory]
    [InlineData(4, 2, true)]
    [InlineData(4, 4, true)]
    [InlineData(4, 254, true)]
    [InlineData(4, 1, false)]
    [InlineData(4, 3, false)]
    [InlineData(6, 6, false)]
    [InlineData(16, 8, true)]
    [InlineData(16, 4, false)]
    [InlineData(2, 0, false)]
    [InlineData(7, 5, false)]
    [InlineData(17, 8, false)]
    public void A_field_holds_numbers_when_its_size_is_a_multiple_of_one(byte type, int size, bool fits) =>
        Assert.Equal(fits, FitNumber.Fits((FitBaseType)type, size));

    [Theory]
    [InlineData(0, 0xFE, 254.0)]
    [InlineData(1, 0x80, -128.0)]
    [InlineData(1, 0x7E, 126.0)]
    [InlineData(1, 0xFF, -1.0)]
    [InlineData(2, 0xFE, 254.0)]
    [InlineData(2, 0x00, 0.0)]
    [InlineData(10, 0xFF, 255.0)]
    [InlineData(10, 0x01, 1.0)]
    [InlineData(13, 0x00, 0.0)]
    [InlineData(0, 0xFF, null)]
    [InlineData(1, 0x7F, null)]
    [InlineData(2, 0xFF, null)]
    [InlineData(10, 0x00, null)]
    [InlineData(13, 0xFF, null)]
    public void One_byte_is_a_number_or_the_types_own_invalid_value(byte type, byte content, double? number) =>
        Assert.Equal(number, FitNumber.Read([content], (FitBaseType)type, bigEndian: false));

    [Theory]
    [InlineData(3, 0x8000, -32_768.0)]
    [InlineData(3, 0x7FFE, 32_766.0)]
    [InlineData(4, 0xFFFE, 65_534.0)]
    [InlineData(4, 0x0000, 0.0)]
    [InlineData(11, 0xFFFF, 65_535.0)]
    [InlineData(3, 0x7FFF, null)]
    [InlineData(4, 0xFFFF, null)]
    [InlineData(11, 0x0000, null)]
    public void Two_bytes_mean_the_same_in_both_orders(byte type, int content, double? number)
    {
        var (low, high) = ((byte)content, (byte)(content >> 8));

        Assert.Equal(number, FitNumber.Read([low, high], (FitBaseType)type, bigEndian: false));
        Assert.Equal(number, FitNumber.Read([high, low], (FitBaseType)type, bigEndian: true));
    }

    [Theory]
    [InlineData(5, 0x80000000, -2_147_483_648.0)]
    [InlineData(5, 0x7FFFFFFE, 2_147_483_646.0)]
    [InlineData(6, 0xFFFFFFFE, 4_294_967_294.0)]
    [InlineData(12, 0xFFFFFFFF, 4_294_967_295.0)]
    [InlineData(8, 0x3FC00000, 1.5)]
    [InlineData(8, 0xC0490FDB, -3.1415927410125732)]
    [InlineData(5, 0x7FFFFFFF, null)]
    [InlineData(6, 0xFFFFFFFF, null)]
    [InlineData(12, 0x00000000, null)]
    [InlineData(8, 0xFFFFFFFF, null)]
    [InlineData(8, 0x7F800000, null)]
    [InlineData(8, 0xFF800000, null)]
    public void Four_bytes_mean_the_same_in_both_orders(byte type, uint content, double? number)
    {
        byte[] little = [(byte)content, (byte)(content >> 8), (byte)(content >> 16), (byte)(content >> 24)];

        Assert.Equal(number, FitNumber.Read(little, (FitBaseType)type, bigEndian: false));
        Assert.Equal(number, FitNumber.Read(little.Reverse().ToArray(), (FitBaseType)type, bigEndian: true));
    }

    [Theory]
    [InlineData(14, 0x8000000000000000, -9_223_372_036_854_775_808.0)]
    [InlineData(14, 0x0000000100000000, 4_294_967_296.0)]
    [InlineData(15, 0xFFFFFFFFFFFFFFFE, 18_446_744_073_709_551_614.0)]
    [InlineData(16, 0xFFFFFFFFFFFFFFFF, 18_446_744_073_709_551_615.0)]
    [InlineData(9, 0x400921FB54442D18, Math.PI)]
    [InlineData(14, 0x7FFFFFFFFFFFFFFF, null)]
    [InlineData(15, 0xFFFFFFFFFFFFFFFF, null)]
    [InlineData(16, 0x0000000000000000, null)]
    [InlineData(9, 0xFFFFFFFFFFFFFFFF, null)]
    [InlineData(9, 0x7FF0000000000000, null)]
    public void Eight_bytes_mean_the_same_in_both_orders(byte type, ulong content, double? number)
    {
        var little = Enumerable.Range(0, 8).Select(i => (byte)(content >> (8 * i))).ToArray();

        Assert.Equal(number, FitNumber.Read(little, (FitBaseType)type, bigEndian: false));
        Assert.Equal(number, FitNumber.Read(little.Reverse().ToArray(), (FitBaseType)type, bigEndian: true));
    }

    [Fact]
    public void Of_several_elements_the_first_is_read_whatever_follows()
    {
        Assert.Equal(7, FitNumber.Read([7, 0, 0xFF, 0xFF], FitBaseType.UInt16, bigEndian: false));
        Assert.Null(FitNumber.Read([0xFF, 0xFF, 7, 0], FitBaseType.UInt16, bigEndian: false));
    }

    [Fact]
    public void A_text_an_unknown_type_and_a_size_that_is_no_multiple_are_no_number()
    {
        Assert.Null(FitNumber.Read("42"u8, FitBaseType.Text, bigEndian: false));
        Assert.Null(FitNumber.Read([1, 2], (FitBaseType)17, bigEndian: false));
        Assert.Null(FitNumber.Read([1, 2, 3], FitBaseType.UInt16, bigEndian: false));
        Assert.Null(FitNumber.Read([], FitBaseType.UInt8, bigEndian: false));
    }

    [Fact]
    public void A_number_is_loaded_from_the_beginning_of_a_longer_span()
    {
        byte[] bytes = [0x12, 0x34, 0x56, 0x78, 0x9A];

        Assert.Equal(0x3412, FitNumber.Load<ushort>(bytes, bigEndian: false));
        Assert.Equal(0x12345678u, FitNumber.Load<uint>(bytes, bigEndian: true));
        Assert.Equal(0x12, FitNumber.Load<byte>(bytes, bigEndian: true));
        Assert.Equal(ulong.MaxValue, FitNumber.Load<ulong>(AllSet, bigEndian: true));
    }
}
