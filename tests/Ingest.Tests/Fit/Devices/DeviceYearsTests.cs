using KneeLoad.Ingest.Fit.Devices;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Devices;

public sealed class DeviceYearsTests
{
    private const uint Garmin = 1;

    [Theory]
    [InlineData(717, 2007)]
    [InlineData(1017, 2007)]
    [InlineData(1018, 2008)]
    [InlineData(2050, 2014)]
    [InlineData(3588, 2019)]
    [InlineData(4257, 2022)]
    [InlineData(4532, 2023)]
    [InlineData(5000, 2023)]
    public void A_Garmin_watch_is_as_old_as_the_line_that_its_number_stands_in(uint product, int year) =>
        Assert.Equal(new LocalDate(year, 1, 1), DeviceYears.Of("garmin", Garmin, product));

    [Theory]
    [InlineData(716u)]
    [InlineData(0u)]
    [InlineData(5001u)]
    [InlineData(65534u)]
    [InlineData(null)]
    public void Numbers_of_sensors_and_apps_follow_no_order_and_say_nothing(uint? product) =>
        Assert.Null(DeviceYears.Of("garmin", Garmin, product));

    [Theory]
    [InlineData("coros", 2017)]
    [InlineData("suunto", 2004)]
    [InlineData("stryd", 2014)]
    public void Another_maker_is_as_old_as_its_first_watch(string maker, int year) =>
        Assert.Equal(new LocalDate(year, 1, 1), DeviceYears.Of(maker, 294, 1));

    [Fact]
    public void A_maker_that_is_not_known_says_nothing()
    {
        Assert.Null(DeviceYears.Of("development", 255, 0));
        Assert.Null(DeviceYears.Of("COROS", 294, 1));
        Assert.Null(DeviceYears.Of(null, null, null));
    }
}
