using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>
/// Puts records into the order of their times where a file has them the other way round, or has its parts mixed up. A clock that
/// was set back while recording mixes up nothing: the way goes on where it was, and stays as it is.
/// </summary>
internal static class OrderedRecords
{
    // A file is made of a few parts; what goes back again and again is a clock that shivers.
    private const int MostParts = 1_000;

    /// <summary>The activity in order; the same one where nothing is out of it.</summary>
    public static Activity Of(Activity activity)
    {
        if (activity.Records.TimeUnixSeconds?.ToArray() is not { Length: > 2 } times || BackSteps(times) is not (> 0 and var back))
        {
            return activity;
        }

        var isReversed = back >= times.Length / 2 && IsReversed(times);
        if (isReversed)
        {
            return Reordered(activity, times, [.. Enumerable.Range(0, times.Length).Reverse()]);
        }

        return back < MostParts && Sorted(times) is { } order && IsShorter(activity, times, order) ? Reordered(activity, times, order) : activity;
    }

    private static int BackSteps(double[] times)
    {
        var (steps, last) = (0, double.NaN);
        foreach (var time in times)
        {
            steps += time < last ? 1 : 0;
            last = double.IsNaN(time) ? last : time;
        }

        return steps;
    }

    private static bool IsReversed(double[] times)
    {
        var last = double.NaN;
        foreach (var time in times)
        {
            if (time > last)
            {
                return false;
            }

            last = double.IsNaN(time) ? last : time;
        }

        return true;
    }

    /// <summary>The rows by parts, each of which goes forward, the earliest part first; null where parts overlap in time.</summary>
    private static int[]? Sorted(double[] times)
    {
        var parts = new List<(double From, double To, int First, int Count)>();
        var (first, from, last) = (0, double.NaN, double.NaN);
        for (var i = 0; i <= times.Length; i++)
        {
            if (i == times.Length || times[i] < last)
            {
                parts.Add((from, last, first, i - first));
                (first, from, last) = (i, double.NaN, double.NaN);
            }

            if (i < times.Length && !double.IsNaN(times[i]))
            {
                (from, last) = (double.IsNaN(from) ? times[i] : from, times[i]);
            }
        }

        parts.Sort((one, other) => one.From.CompareTo(other.From));
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].From < parts[i - 1].To)
            {
                return null;
            }
        }

        return [.. parts.SelectMany(part => Enumerable.Range(part.First, part.Count))];
    }

    /// <summary>Whether the way between the positions is shorter in another order; without positions nothing says so.</summary>
    private static bool IsShorter(Activity activity, double[] times, int[] order)
    {
        if (Positions.Of(activity.Records) is not var (latitudes, longitudes))
        {
            return false;
        }

        int[] asIs = [.. Enumerable.Range(0, times.Length)];
        return Length(order) < Length(asIs);

        double Length(int[] rows)
        {
            var (sum, last) = (0.0, -1);
            foreach (var row in rows)
            {
                if (double.IsNaN(latitudes[row]))
                {
                    continue;
                }

                sum += last < 0
                    ? 0
                    : Math.Sqrt(Squared(latitudes[row] - latitudes[last])
                        + Squared((longitudes[row] - longitudes[last]) * Math.Cos(double.DegreesToRadians(latitudes[row]))));
                last = row;
            }

            return sum;
        }

        static double Squared(double value) => value * value;
    }

    private static Activity Reordered(Activity activity, double[] times, int[] order)
    {
        var (moved, first, last) = (0, double.NaN, double.NaN);
        var breaks = new List<Pause>();
        for (var i = 0; i < order.Length; i++)
        {
            var time = times[order[i]];
            moved += order[i] == i ? 0 : 1;
            if (double.IsNaN(time))
            {
                continue;
            }

            // Where parts meet that lay apart in the file, the recording stood still.
            if (i > 0 && Math.Abs(order[i] - order[i - 1]) > 1 && time > last)
            {
                breaks.Add(new Pause(ActivityChanges.ToInstant(last), ActivityChanges.ToInstant(time)));
            }

            (first, last) = (double.IsNaN(first) ? time : first, time);
        }

        return (activity with
        {
            Start = ActivityChanges.ToInstant(first),
            Records = activity.Records.Pick(order),
            Pauses = breaks,
        }).Noting(NoteKind.RecordsReordered, moved);
    }
}
