using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Tests.Fit.Profile;

public sealed class ProductNamesTests
{
    [Theory]
    [InlineData(1u)]
    [InlineData(13u)]
    [InlineData(15u)]
    [InlineData(89u)]
    public void Garmins_products_are_named_by_number_under_each_of_its_four_numbers(uint maker) =>
        Assert.Equal("fenix3", ProductNames.Of(maker, 2050, "a name in the file"));

    [Fact]
    public void A_Garmin_product_without_a_number_has_the_name_in_the_file()
    {
        Assert.Equal("Forerunner", ProductNames.Of(1, null, "Forerunner"));
        Assert.Null(ProductNames.Of(1, null, null));
    }

    [Fact]
    public void A_Garmin_number_that_is_in_no_list_stays_a_number() => Assert.Equal("65001", ProductNames.Of(1, 65001, null));

    [Fact]
    public void Another_makers_product_has_the_name_in_the_file_or_else_its_number()
    {
        Assert.Equal("PACE 3", ProductNames.Of(294, 2050, "PACE 3"));
        Assert.Equal("2050", ProductNames.Of(294, 2050, null));
        Assert.Null(ProductNames.Of(294, null, null));
        Assert.Equal("Runner", ProductNames.Of(null, 7, "Runner"));
    }
}
