using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Fit;

/// <summary>Tells whether a file's altitude comes from a barometer.</summary>
internal static class AltitudeSources
{
    // Makers' data sheets: these series have a barometric altimeter in every model.
    private static readonly string[] BarometricGarmin =
    [
        "fenix", "epix", "enduro", "tactix", "marq", "descent", "instinct", "fr910xt", "fr920xt", "fr935", "fr945", "fr955", "fr965",
        "fr970", "fr645", "fr745", "fr255", "fr265", "fr570", "edge500", "edge510", "edge520", "edge_520", "edge_530", "edge_540",
        "edge800", "edge810", "edge_820", "edge_830", "edge_840", "edge1000", "edge_1030", "edge_1040", "edge_1050",
    ];

    /// <summary>Barometer where a device message or the model says so.</summary>
    public static AltitudeSource Of(FitContent content) =>
        content.Devices.Any(device => device.Kind == DeviceKinds.Barometer) || IsBarometric(content.Maker, content.Product)
            ? AltitudeSource.Barometer
            : AltitudeSource.Unknown;

    private static bool IsBarometric(string? maker, string? product) => maker switch
    {
        "coros" => true,
        "suunto" => product is not null && product.Contains("Baro", StringComparison.Ordinal),
        "garmin" => product is not null && Array.Exists(BarometricGarmin, series => product.StartsWith(series, StringComparison.Ordinal)),
        _ => false,
    };
}
