using NodaTime;

namespace KneeLoad.Testing;

/// <summary>One point of a made GPX track; what is null is not written.</summary>
public sealed record GpxPoint
{
    /// <summary>Latitude. [degrees]</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude. [degrees]</summary>
    public double? Longitude { get; init; }

    /// <summary>Height above the sea. [m]</summary>
    public double? Elevation { get; init; }

    /// <summary>When.</summary>
    public Instant? Time { get; init; }

    /// <summary>Heart rate. [beats/min]</summary>
    public int? HeartRate { get; init; }

    /// <summary>Cadence as the exporter counts it. [strides/min or steps/min]</summary>
    public int? Cadence { get; init; }

    /// <summary>Temperature. [degrees Celsius]</summary>
    public double? Temperature { get; init; }

    /// <summary>Power. [W]</summary>
    public int? Power { get; init; }

    /// <summary>Speed, as version 2 of the extension has it. [m/s]</summary>
    public double? Speed { get; init; }
}
