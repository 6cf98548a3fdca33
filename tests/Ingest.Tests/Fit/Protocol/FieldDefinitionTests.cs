using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FieldDefinitionTests
{
    [Fact]
    public void Field_253_of_four_unsigned_bytes_is_the_time() =>
        Assert.True(new FieldDefinition(253, null, 0, 4, FitBaseType.UInt32).IsTimestamp);

    [Theory]
    [InlineData(252, 4, FitBaseType.UInt32)]
    [InlineData(254, 4, FitBaseType.UInt32)]
    [InlineData(253, 4, FitBaseType.SInt32)]
    [InlineData(253, 4, FitBaseType.UInt32Z)]
    [InlineData(253, 4, FitBaseType.Float32)]
    [InlineData(253, 8, FitBaseType.UInt32)]
    [InlineData(253, 2, FitBaseType.UInt16)]
    internal void Another_number_size_or_type_is_no_time(byte number, byte size, FitBaseType type) =>
        Assert.False(new FieldDefinition(number, null, 0, size, type).IsTimestamp);

    [Fact]
    public void A_developers_field_253_is_no_time() => Assert.False(new FieldDefinition(253, 0, 0, 4, FitBaseType.UInt32).IsTimestamp);
}
