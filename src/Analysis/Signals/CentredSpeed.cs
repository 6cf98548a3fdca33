using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Signals;

/// <summary>Speed as the slope of distance over a window of time centred on each record.</summary>
internal static class CentredSpeed
{
    /// <summary>Speed at each record, however fast; NaN where no time passes around it. [m/s]</summary>
    /// <remarks>The window ends at the segment's ends, since it never reaches across a pause. One pass with two moving ends.</remarks>
    public static double[] Of(Timeline timeline, ReadOnlySpan<double> metres, Duration window)
    {
        var speed = new double[metres.Length];
        var half = window.TotalSeconds / 2;
        foreach (var range in timeline.Segments)
        {
            var (start, length) = range.GetOffsetAndLength(metres.Length);
            var seconds = timeline.Seconds.AsSpan(start, length);
            var way = metres.Slice(start, length);
            int low = 0, high = 0;
            for (var i = 0; i < length; i++)
            {
                var from = Math.Max(seconds[i] - half, seconds[0]);
                var to = Math.Min(seconds[i] + half, seconds[^1]);
                low = Advance(seconds, low, from);
                high = Advance(seconds, high, to);
                var slope = (At(seconds, way, high, to) - At(seconds, way, low, from)) / (to - from);
                speed[start + i] = to > from ? slope : double.NaN;
            }
        }

        return speed;
    }

    /// <summary>The speeds up to what is believed, NaN above. [m/s]</summary>
    public static double[] UpTo(Speed fastest, ReadOnlySpan<double> speed)
    {
        var believed = new double[speed.Length];
        for (var i = 0; i < believed.Length; i++)
        {
            believed[i] = speed[i] <= fastest.MetresPerSecond ? speed[i] : double.NaN;
        }

        return believed;
    }

    private static int Advance(ReadOnlySpan<double> seconds, int index, double to)
    {
        while (index + 1 < seconds.Length && seconds[index + 1] <= to)
        {
            index++;
        }

        return index;
    }

    private static double At(ReadOnlySpan<double> seconds, ReadOnlySpan<double> metres, int index, double time)
    {
        if (index + 1 >= seconds.Length || time <= seconds[index])
        {
            return metres[index];
        }

        var share = (time - seconds[index]) / (seconds[index + 1] - seconds[index]);
        return metres[index] + (share * (metres[index + 1] - metres[index]));
    }
}
