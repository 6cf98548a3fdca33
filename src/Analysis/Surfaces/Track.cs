using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>The positions of a run in parts that hang together: cut at pauses and where no runner can have come from one record to the next.</summary>
internal static class Track
{
    /// <summary>The parts, each of two points or more.</summary>
    public static List<TrackPoint[]> PartsOf(Activity activity)
    {
        var points = PointsOf(activity.Records);
        var parts = new List<TrackPoint[]>();
        var part = new List<TrackPoint>();
        var pause = 0;
        for (var i = 0; i < points.Count; i++)
        {
            if (part.Count > 0 && (IsPaused(activity.Pauses, ref pause, part[^1], points[i]) || !IsReachable(part[^1], points[i])))
            {
                if (IsStray(points, i, part[^1]))
                {
                    continue;
                }

                End(part, parts);
            }

            part.Add(points[i]);
        }

        End(part, parts);
        return parts;
    }

    private static void End(List<TrackPoint> part, List<TrackPoint[]> parts)
    {
        if (part.Count > 1)
        {
            parts.Add([.. part]);
        }

        part.Clear();
    }

    private static List<TrackPoint> PointsOf(RecordStream records)
    {
        var points = new List<TrackPoint>(records.Count);
        if (Positions.Of(records) is not (var latitudes, var longitudes))
        {
            return points;
        }

        var times = records.TimeUnixSeconds?.ToArray();
        for (var i = 0; i < records.Count; i++)
        {
            if (!double.IsNaN(latitudes[i]))
            {
                points.Add(new(i, times?[i] ?? double.NaN, new(latitudes[i], longitudes[i])));
            }
        }

        return points;
    }

    private static bool IsPaused(IReadOnlyList<Pause> pauses, ref int next, TrackPoint from, TrackPoint to)
    {
        while (next < pauses.Count && Timeline.UnixSeconds(pauses[next].End) <= from.UnixSeconds)
        {
            next++;
        }

        return next < pauses.Count && Timeline.UnixSeconds(pauses[next].Start) < to.UnixSeconds;
    }

    /// <summary>Whether a runner can have come from one record to the other in the time between them.</summary>
    private static bool IsReachable(TrackPoint from, TrackPoint to)
    {
        var metres = GreatCircle.Between(from.Place, to.Place).Metres;
        var seconds = to.UnixSeconds - from.UnixSeconds;
        return double.IsNaN(seconds)
            ? metres <= Choices.LongestUntimedStep.Value.Metres
            : metres <= Choices.StepNoise.Value.Metres + (Choices.FastestRunning.Value.MetresPerSecond * Math.Max(0, seconds));
    }

    /// <summary>Whether a record lies apart from those before it and after it, which hang together.</summary>
    private static bool IsStray(List<TrackPoint> points, int at, TrackPoint before)
    {
        if (IsReachable(before, points[at]))
        {
            return false;
        }

        for (var i = at + 1; i < points.Count && i <= at + Choices.StrayRecords.Value; i++)
        {
            if (IsReachable(before, points[i]) && !IsReachable(points[at], points[i]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A record with a position.</summary>
/// <param name="Record">Number of the record in its file, from 0.</param>
/// <param name="UnixSeconds">When; NaN when unknown. [s]</param>
/// <param name="Place">Where.</param>
internal readonly record struct TrackPoint(int Record, double UnixSeconds, GeoPoint Place);
