namespace KneeLoad.Ingest.Activities;

/// <summary>A device that took part in the recording (FIT device_info, message 23). Serial numbers are not kept.</summary>
/// <param name="Maker">Maker by its name in the FIT profile, or its number; null when not stated. Field 2.</param>
/// <param name="Product">Product by name or number; null when not stated. Fields 4 and 27.</param>
/// <param name="Kind">Kind of device by its name in the FIT profile (barometer, foot_pod), told by fields 25 and 1, or null.</param>
public sealed record Device(string? Maker, string? Product, string? Kind);
