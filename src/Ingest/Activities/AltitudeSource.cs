namespace KneeLoad.Ingest.Activities;

/// <summary>The sensor that measured the altitude column.</summary>
public enum AltitudeSource
{
    /// <summary>The file does not say; taken for satellite altitude.</summary>
    Unknown,

    /// <summary>A barometer, as the file's device messages (device_info, source_type local, type barometer) or its maker's model say.</summary>
    Barometer,
}
