namespace KneeLoad.Web.Data.Reading;

/// <summary>The columns of one run's charts, all of one length. NaN where not measured; a column that the file lacks is null.</summary>
public sealed record RunTraces
{
    /// <summary>A run without records.</summary>
    public static RunTraces Empty { get; } = new() { Seconds = [] };

    /// <summary>Time since the start. [s]</summary>
    public required double[] Seconds { get; init; }

    /// <summary>Distance since the start. [m]</summary>
    public double[]? DistanceMetres { get; init; }

    /// <summary>Speed. [m/s]</summary>
    public double[]? SpeedMetresPerSecond { get; init; }

    /// <summary>Altitude. [m]</summary>
    public double[]? AltitudeMetres { get; init; }

    /// <summary>Steps of both feet. [steps/min]</summary>
    public double[]? CadenceStepsPerMinute { get; init; }

    /// <summary>Heart rate. [beats/min]</summary>
    public double[]? HeartRateBeatsPerMinute { get; init; }
}
