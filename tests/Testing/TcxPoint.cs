using NodaTime;

namespace KneeLoad.Testing;

/// <summary>One point of a made TCX track; what is null is not written.</summary>
public sealed record TcxPoint
{
    /// <summary>When.</summary>
    public Instant? Time { get; init; }

    /// <summary>Latitude; an indoor point has none. [degrees]</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude; an indoor point has none. [degrees]</summary>
    public double? Longitude { get; init; }

    /// <summary>Height above the sea. [m]</summary>
    public double? Altitude { get; init; }

    /// <summary>Way since the start. [m]</summary>
    public double? Distance { get; init; }

    /// <summary>Heart rate. [beats/min]</summary>
    public int? HeartRate { get; init; }

    /// <summary>Cadence in the element of bicycles. [1/min]</summary>
    public int? Cadence { get; init; }

    /// <summary>Cadence in the extension for runners. [strides/min]</summary>
    public int? RunCadence { get; init; }

    /// <summary>Speed. [m/s]</summary>
    public double? Speed { get; init; }

    /// <summary>Power. [W]</summary>
    public int? Watts { get; init; }
}
