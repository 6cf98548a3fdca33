using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Signals;

/// <summary>Metres covered up to each record of a timeline: measured, never falling, from 0.</summary>
internal static class DistanceStream
{
    /// <summary>From a distance column; gaps are bridged evenly in time. Null when it holds no metre.</summary>
    /// <param name="timeline">The records' times.</param>
    /// <param name="column">Distance since the start of the file, NaN where not measured. [m]</param>
    /// <param name="goesOnFrom">First value from which on the column goes on from an earlier session. [m]</param>
    public static double[]? FromColumn(Timeline timeline, ReadOnlySpan<double> column, Distance goesOnFrom)
    {
        var metres = new double[column.Length];
        var previous = -1;
        double zero = 0, furthest = 0;
        for (var i = 0; i < column.Length; i++)
        {
            if (double.IsNaN(column[i]))
            {
                continue;
            }

            if (previous < 0)
            {
                zero = column[i] > goesOnFrom.Metres ? column[i] : 0;
            }

            // A column that falls was reset or corrected: the way already covered stays covered.
            furthest = Math.Max(furthest, column[i] - zero);
            metres[i] = furthest;
            Bridge(timeline.Seconds, metres, previous, i);
            previous = i;
        }

        metres.AsSpan(previous + 1).Fill(furthest);
        return furthest > 0 ? metres : null;
    }

    /// <summary>From positions: great-circle steps within segments, none across a pause. Null when there is no metre.</summary>
    /// <param name="timeline">The records' times.</param>
    /// <param name="latitude">NaN where not measured. [degrees]</param>
    /// <param name="longitude">NaN where not measured. [degrees]</param>
    public static double[]? FromPositions(Timeline timeline, ReadOnlySpan<double> latitude, ReadOnlySpan<double> longitude)
    {
        var metres = new double[latitude.Length];
        var covered = 0.0;
        foreach (var segment in timeline.Segments)
        {
            var (start, length) = segment.GetOffsetAndLength(metres.Length);
            var previous = -1;
            for (var i = start; i < start + length; i++)
            {
                if (double.IsNaN(latitude[i]) || double.IsNaN(longitude[i]))
                {
                    metres[i] = covered;
                    continue;
                }

                if (previous >= 0)
                {
                    covered += GreatCircle.Between(new(latitude[previous], longitude[previous]), new(latitude[i], longitude[i])).Metres;
                }

                metres[i] = covered;
                Bridge(timeline.Seconds, metres, previous, i);
                previous = i;
            }
        }

        return covered > 0 ? metres : null;
    }

    /// <summary>From speeds, each over the time that its record stands for; evenly where there are none. Null when there is no metre.</summary>
    /// <param name="timeline">The records' times.</param>
    /// <param name="speed">NaN where not measured; null when no record has one. [m/s]</param>
    public static double[]? FromSpeed(Timeline timeline, double[]? speed)
    {
        var metres = new double[timeline.Count];
        for (var i = 1; i < metres.Length; i++)
        {
            var pace = speed is null ? 1 : double.IsNaN(speed[i - 1]) ? 0 : speed[i - 1];
            metres[i] = metres[i - 1] + (pace * timeline.RecordSeconds[i - 1]);
        }

        return metres.Length > 0 && metres[^1] > 0 ? metres : null;
    }

    /// <summary>Scales a stream to end at a stated length.</summary>
    public static void ScaleTo(Span<double> metres, Distance length)
    {
        var scale = length.Metres / metres[^1];
        foreach (ref var value in metres)
        {
            value *= scale;
        }
    }

    private static void Bridge(ReadOnlySpan<double> seconds, Span<double> metres, int from, int to)
    {
        if (from < 0 || to - from < 2)
        {
            return;
        }

        var span = seconds[to] - seconds[from];
        for (var i = from + 1; i < to; i++)
        {
            var share = span > 0 ? (seconds[i] - seconds[from]) / span : 0;
            metres[i] = metres[from] + (share * (metres[to] - metres[from]));
        }
    }
}
