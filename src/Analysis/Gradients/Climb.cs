using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Gradients;

/// <summary>Ascent and descent of a run: the sums of rises and falls that are larger than the sensor's own wandering.</summary>
/// <param name="Ascent">Metres up. [m]</param>
/// <param name="Descent">Metres down. [m]</param>
internal readonly record struct Climb(Distance Ascent, Distance Descent)
{
    /// <summary>Sums rises and falls; null when no altitude was measured.</summary>
    /// <param name="timeline">The records' times.</param>
    /// <param name="altitude">NaN where not measured. [m]</param>
    /// <param name="source">What measured the altitude.</param>
    public static Climb? Of(Timeline timeline, ReadOnlySpan<double> altitude, AltitudeSource source)
    {
        var threshold = (source == AltitudeSource.Barometer ? Choices.ClimbThresholdBarometer : Choices.ClimbThreshold).Value.Metres;
        double ascent = 0, descent = 0, last = double.NaN;
        foreach (var value in altitude)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            // A turn counts only once altitude has come back by the threshold: what wanders within it is noise.
            var change = double.IsNaN(last) ? 0 : value - last;
            if (double.IsNaN(last) || Math.Abs(change) >= threshold)
            {
                ascent += Math.Max(0, change);
                descent += Math.Max(0, -change);
                last = value;
            }
        }

        return double.IsNaN(last) ? null : new Climb(new Distance(ascent), new Distance(descent));
    }
}
