using KneeLoad.Ingest.Archives;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed class UnreadPackingTests
{
    // The marks are those of the formats' own descriptions.
    [Theory]
    [InlineData("bzip2", 0x42, 0x5A, 0x68, 0x31, 0x31, 0x41, 0x59, 0x26)]
    [InlineData("bzip2", 0x42, 0x5A, 0x68, 0x39, 0x17, 0x72, 0x45, 0x38)]
    [InlineData("xz", 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00)]
    [InlineData("7-Zip", 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C)]
    [InlineData("RAR", 0x52, 0x61, 0x72, 0x21, 0x1A, 0x07)]
    [InlineData("Zstandard", 0x28, 0xB5, 0x2F, 0xFD)]
    [InlineData("LZ4", 0x04, 0x22, 0x4D, 0x18)]
    [InlineData("lzip", 0x4C, 0x5A, 0x49, 0x50, 0x01)]
    [InlineData("compress", 0x1F, 0x9D)]
    public void A_way_of_packing_is_named_by_its_mark(string name, params int[] mark)
    {
        byte[] head = [.. mark.Select(value => (byte)value)];

        Assert.Equal(name, UnreadPacking.Of(head));
        Assert.Equal(name, UnreadPacking.Of([.. head, 1, 2, 3]));
        Assert.Null(UnreadPacking.Of(head.AsSpan(0, head.Length - 1)));
    }

    [Theory]
    [InlineData(0x42, 0x5A, 0x68, 0x30, 0x31, 0x41, 0x59, 0x26)]
    [InlineData(0x42, 0x5A, 0x68, 0x31, 0x00, 0x41, 0x59, 0x26)]
    [InlineData(0x50, 0x4B, 0x03, 0x04)]
    [InlineData(0x1F, 0x8B)]
    [InlineData(0x42, 0x5A)]
    public void Other_bytes_are_named_nothing(params int[] mark) => Assert.Null(UnreadPacking.Of([.. mark.Select(value => (byte)value)]));

    [Fact]
    public void No_bytes_are_named_nothing() => Assert.Null(UnreadPacking.Of([]));
}
