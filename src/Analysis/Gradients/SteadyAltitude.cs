using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Gradients;

/// <summary>Tells whether altitude is steady enough to measure metres down: a barometer's, or one that wanders as little.</summary>
internal static class SteadyAltitude
{
    /// <summary>Judges the altitude of a run.</summary>
    /// <param name="source">What the file says of it; many files do not name their barometer.</param>
    /// <param name="timeline">The records' times.</param>
    /// <param name="altitude">NaN where not measured; null when never. [m]</param>
    public static bool Is(AltitudeSource source, Timeline timeline, double[]? altitude)
    {
        if (altitude is null || source == AltitudeSource.Barometer)
        {
            return altitude is not null;
        }

        var (seconds, metres) = Measured(timeline, altitude);
        var smooth = MovingMean.Of(seconds, metres, Choices.ClimbWindow.Value);
        // A moving mean cuts corners at the turns of the ground, so the largest differences are no wandering of the sensor.
        var differences = new double[metres.Length];
        for (var i = 0; i < metres.Length; i++)
        {
            differences[i] = Math.Abs(metres[i] - smooth[i]);
        }

        Array.Sort(differences);
        return IsDense(seconds) && differences[(int)(Choices.SteadyAltitudeShare.Value.Value * differences.Length)] <= Choices.SteadyAltitude.Value.Metres;
    }

    // Records that lie further apart than the window have no mean to wander about.
    private static bool IsDense(double[] seconds) =>
        seconds.Length > 1 && 2 * (seconds[^1] - seconds[0]) / (seconds.Length - 1) <= Choices.ClimbWindow.Value.TotalSeconds;

    private static (double[] Seconds, double[] Metres) Measured(Timeline timeline, double[] altitude)
    {
        var measured = Enumerable.Range(0, altitude.Length).Where(i => !double.IsNaN(altitude[i])).ToArray();
        return ([.. measured.Select(i => timeline.Seconds[i])], [.. measured.Select(i => altitude[i])]);
    }
}
