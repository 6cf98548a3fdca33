using NodaTime;

namespace KneeLoad.Ingest.Fit.Devices;

/// <summary>Tells the earliest day on which a device can have recorded. An earlier date is a clock that was wrong.</summary>
/// <remarks>
/// Garmin numbers its products in the order in which they are made. Each line holds for the numbers from it up to the next and
/// stays a year before the first of them was sold (makers' announcements), so that a tester's run is no fault.
/// </remarks>
internal static class DeviceYears
{
    // Numbers above belong to sensors and apps, which follow no order.
    private const uint LastWatch = 5_000;

    private static readonly (uint Number, int Year)[] Garmin =
    [
        (717, 2007), (1018, 2008), (1124, 2009), (1328, 2010), (1551, 2011), (1623, 2012), (1765, 2013), (2050, 2014),
        (2413, 2015), (2604, 2016), (2886, 2017), (3076, 2018), (3282, 2019), (3589, 2019), (3990, 2021), (4257, 2022), (4532, 2023),
    ];

    private static readonly Dictionary<string, int> FirstWatches = new(StringComparer.Ordinal)
    {
        ["coros"] = 2017,
        ["wahoo_fitness"] = 2010,
        ["hammerhead"] = 2015,
        ["zwift"] = 2014,
        ["huami"] = 2014,
        ["stryd"] = 2014,
        ["suunto"] = 2004,
    };

    /// <summary>The earliest day of a device.</summary>
    /// <param name="maker">The maker by name.</param>
    /// <param name="manufacturer">The maker by number.</param>
    /// <param name="product">Number among the maker's products.</param>
    /// <returns>Null where nothing is known of it.</returns>
    public static LocalDate? Of(string? maker, uint? manufacturer, uint? product)
    {
        var year = manufacturer == 1 && product <= LastWatch
            ? Array.FindLast(Garmin, line => line.Number <= product).Year
            : FirstWatches.GetValueOrDefault(maker ?? string.Empty);
        return year > 0 ? new LocalDate(year, 1, 1) : null;
    }
}
