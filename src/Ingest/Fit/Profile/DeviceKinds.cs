namespace KneeLoad.Ingest.Fit.Profile;

/// <summary>Kinds of device: the sub-fields of device_type (FIT profile, message 23), chosen by source_type.</summary>
internal static class DeviceKinds
{
    /// <summary>The built-in barometer, which makes altitude worth more than a satellite's.</summary>
    public const string Barometer = "barometer";

    private const uint AntPlus = 1;
    private const uint BluetoothLowEnergy = 3;
    private const uint Local = 5;

    /// <summary>The name of a kind.</summary>
    /// <param name="source">Number in the profile's type source_type.</param>
    /// <param name="type">Number in the type that the source chooses.</param>
    /// <returns>Null where the profile has no name.</returns>
    public static string? Of(uint? source, uint? type) => (source, type) switch
    {
        (Local, 0) => "gps",
        (Local, 1) => "glonass",
        (Local, 2) => "gps_glonass",
        (Local, 3) => "accelerometer",
        (Local, 4) => Barometer,
        (Local, 5) => "temperature",
        (Local, 10) => "whr",
        (Local, 12) => "sensor_hub",
        (AntPlus, 11) => "bike_power",
        (AntPlus, 25) => "env_sensor",
        (AntPlus, 30) => "running_dynamics",
        (AntPlus, 120) => "heart_rate",
        (AntPlus, 124) => "stride_speed_distance",
        (BluetoothLowEnergy, 1) => "heart_rate",
        (BluetoothLowEnergy, 2) => "bike_power",
        (BluetoothLowEnergy, 6) => "foot_pod",
        _ => null,
    };
}
