using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Tests.Fit.Profile;

public sealed class DeviceKindsTests
{
    private const uint AntPlus = 1;
    private const uint Bluetooth = 3;
    private const uint BuiltIn = 5;

    [Theory]
    [InlineData(BuiltIn, 4u, "barometer")]
    [InlineData(BuiltIn, 0u, "gps")]
    [InlineData(BuiltIn, 10u, "whr")]
    [InlineData(AntPlus, 120u, "heart_rate")]
    [InlineData(AntPlus, 124u, "stride_speed_distance")]
    [InlineData(AntPlus, 30u, "running_dynamics")]
    [InlineData(Bluetooth, 1u, "heart_rate")]
    [InlineData(Bluetooth, 6u, "foot_pod")]
    public void The_source_tells_what_the_number_of_a_kind_means(uint source, uint type, string kind) =>
        Assert.Equal(kind, DeviceKinds.Of(source, type));

    [Fact]
    public void The_same_number_of_another_source_is_another_kind()
    {
        Assert.Equal("glonass", DeviceKinds.Of(BuiltIn, 1));
        Assert.Equal("heart_rate", DeviceKinds.Of(Bluetooth, 1));
        Assert.Null(DeviceKinds.Of(AntPlus, 1));
        Assert.Null(DeviceKinds.Of(AntPlus, 4));
    }

    [Fact]
    public void Without_source_or_number_there_is_no_kind()
    {
        Assert.Null(DeviceKinds.Of(null, 4));
        Assert.Null(DeviceKinds.Of(BuiltIn, null));
        Assert.Null(DeviceKinds.Of(BuiltIn, 255));
    }
}
