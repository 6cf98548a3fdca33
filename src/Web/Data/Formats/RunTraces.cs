using KneeLoad.Analysis.Runs;

namespace KneeLoad.Web.Data.Formats;

/// <summary>The columns of one run's charts, all of one length. NaN where not measured; a column that the file lacks is null.</summary>
public sealed record RunTraces
{
    /// <summary>So many records are kept and drawn; of a longer run every second, third ... one and the last. [1]</summary>
    public const int MostRecords = 4_000;

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

    /// <summary>The same columns with no more records than a chart draws.</summary>
    public RunTraces Thinned()
    {
        var step = (Seconds.Length + MostRecords - 1) / MostRecords;
        return step <= 1 ? this : new()
        {
            Seconds = Every(step, Seconds)!,
            DistanceMetres = Every(step, DistanceMetres),
            SpeedMetresPerSecond = Every(step, SpeedMetresPerSecond),
            AltitudeMetres = Every(step, AltitudeMetres),
            CadenceStepsPerMinute = Every(step, CadenceStepsPerMinute),
            HeartRateBeatsPerMinute = Every(step, HeartRateBeatsPerMinute),
        };
    }

    /// <summary>The same columns with the told distance instead of the measured one, where the runner told one.</summary>
    /// <param name="metrics">The run's metrics.</param>
    public RunTraces ScaledTo(RunMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics is not { DistanceIsTold: true, Distance.Metres: var told, MeasuredDistance.Metres: > 0 and var measured })
        {
            return this;
        }

        var factor = told / measured;
        return this with { DistanceMetres = Times(DistanceMetres, factor), SpeedMetresPerSecond = Times(SpeedMetresPerSecond, factor) };
    }

    /// <summary>A column that never goes back; gaps and steps back keep the value before.</summary>
    internal static double[] Advancing(double[] column)
    {
        var advancing = new double[column.Length];
        var most = 0.0;
        for (var i = 0; i < column.Length; i++)
        {
            most = column[i] > most ? column[i] : most;
            advancing[i] = most;
        }

        return advancing;
    }

    private static double[]? Every(int step, double[]? column) => column is null ? null : [.. column.Where((_, i) => i % step == 0 || i == column.Length - 1)];

    private static double[]? Times(double[]? column, double factor) => column is null ? null : Array.ConvertAll(column, value => factor * value);
}
