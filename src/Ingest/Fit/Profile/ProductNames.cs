namespace KneeLoad.Ingest.Fit.Profile;

/// <summary>Products: Garmin's by its number, others' by the name that the file gives (FIT profile, field product and its sub-field garmin_product).</summary>
internal static class ProductNames
{
    /// <summary>The name of a product.</summary>
    /// <param name="manufacturer">Number of the maker; Garmin's products are numbered by 1, 13, 15 and 89.</param>
    /// <param name="product">Number among the maker's products.</param>
    /// <param name="name">The name that the file itself gives.</param>
    /// <returns>The number as text where there is no name; null where there is neither.</returns>
    public static string? Of(uint? manufacturer, uint? product, string? name)
    {
        var isGarmin = manufacturer is 1 or 13 or 15 or 89;
        return isGarmin && product is not null
            ? GarminProducts.Of(product)
            : name ?? product?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
