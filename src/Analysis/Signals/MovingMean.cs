using NodaTime;

namespace KneeLoad.Analysis.Signals;

/// <summary>The mean of the samples in a window of time centred on each.</summary>
internal static class MovingMean
{
    /// <summary>Evens out one stretch without a pause. [the samples' unit]</summary>
    /// <param name="seconds">Time of each sample, never falling. [s]</param>
    /// <param name="values">Samples, none of them NaN.</param>
    /// <param name="window">Width of the window; at the ends what there is.</param>
    public static double[] Of(ReadOnlySpan<double> seconds, ReadOnlySpan<double> values, Duration window)
    {
        var means = new double[values.Length];
        var half = window.TotalSeconds / 2;
        int low = 0, high = 0;
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            for (; high < values.Length && seconds[high] <= seconds[i] + half; high++)
            {
                sum += values[high];
            }

            for (; seconds[low] < seconds[i] - half; low++)
            {
                sum -= values[low];
            }

            means[i] = sum / (high - low);
        }

        return means;
    }
}
