using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Gradients;

/// <summary>Steepness of the ground at each record, from a local regression of altitude on distance; never from raw differences.</summary>
internal static class GradientSignal
{
    private static readonly HashSet<string> FlatOrIndoor =
        new(StringComparer.Ordinal) { "treadmill", "track", "indoor_running", "indoor_walking", "indoor_track", "virtual_activity" };

    /// <summary>Whether the altitude of such an activity says nothing of the ground under the runner.</summary>
    /// <param name="subSport">Sub-sport by its FIT name, or null.</param>
    public static bool IsIndoorOrTrack(string? subSport) => subSport is not null && FlatOrIndoor.Contains(subSport);

    /// <summary>Gradient at each record, downhill negative; NaN where it could not be measured. [degrees]</summary>
    /// <param name="timeline">The records' times; the window never reaches across a pause.</param>
    /// <param name="metres">Metres covered at each record. [m]</param>
    /// <param name="altitude">NaN where not measured. [m]</param>
    /// <param name="source">What measured the altitude: a barometer allows a shorter window.</param>
    public static double[] Of(Timeline timeline, ReadOnlySpan<double> metres, ReadOnlySpan<double> altitude, AltitudeSource source)
    {
        var gradient = new double[metres.Length];
        var window = (source == AltitudeSource.Barometer ? Choices.GradientWindowBarometer : Choices.GradientWindow).Value.Metres;
        var leastWidth = window * Choices.LeastGradientWindow.Value.Value;
        var steepest = Choices.SteepestDegrees.Value;
        foreach (var segment in timeline.Segments)
        {
            var (start, length) = segment.GetOffsetAndLength(metres.Length);
            var slope = gradient.AsSpan(start, length);
            LocalSlope.Fit(metres.Slice(start, length), altitude.Slice(start, length), window, leastWidth, slope);
            foreach (ref var value in slope)
            {
                value = Math.Clamp(double.RadiansToDegrees(Math.Atan(value)), -steepest, steepest);
            }
        }

        return gradient;
    }
}
