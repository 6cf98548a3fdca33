namespace KneeLoad.Ingest.Activities;

/// <summary>A device that took part in the recording (FIT device_info). Serial numbers are not kept.</summary>
/// <param name="Maker">Maker by its name in the FIT profile, or its number; null when not stated.</param>
/// <param name="Product">Product by name or number; null when not stated.</param>
/// <param name="Kind">Kind of device by its name in the FIT profile (barometer, foot pod), or null.</param>
public sealed record Device(string? Maker, string? Product, string? Kind);
