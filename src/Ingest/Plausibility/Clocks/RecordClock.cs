using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>Times of an activity's records, and its pauses in the same unit.</summary>
internal sealed class RecordClock
{
    private readonly (double Start, double End)[] pauses;

    private RecordClock(double[] seconds, (double, double)[] pauses)
    {
        Seconds = seconds;
        this.pauses = pauses;
    }

    /// <summary>Time of each record, NaN where it has none. [s since 1970]</summary>
    public double[] Seconds { get; }

    /// <summary>Time from the first record to the last. [s]</summary>
    public double Span { get; private init; }

    /// <summary>The same without pauses: the longest that the timer can have run. [s]</summary>
    public double Running { get; private init; }

    /// <summary>The clock of an activity; null where its records have no time.</summary>
    public static RecordClock? Of(Activity activity)
    {
        if (activity.Records.TimeUnixSeconds?.ToArray() is not { Length: > 0 } seconds)
        {
            return null;
        }

        var (first, last) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var time in seconds)
        {
            first = time < first ? time : first;
            last = time > last ? time : last;
        }

        if (first > last)
        {
            return null;
        }

        var stops = new (double Start, double End)[activity.Pauses.Count];
        var paused = 0.0;
        for (var i = 0; i < stops.Length; i++)
        {
            stops[i] = (ActivityChanges.UnixSeconds(activity.Pauses[i].Start), ActivityChanges.UnixSeconds(activity.Pauses[i].End));
            paused += Math.Max(0, Math.Min(last, stops[i].End) - Math.Max(first, stops[i].Start));
        }

        return new RecordClock(seconds, stops) { Span = last - first, Running = Math.Max(0, last - first - paused) };
    }

    /// <summary>A walk along the clock that tells whether the timer stood between two records.</summary>
    public PauseWalk Walk() => new(pauses);

    /// <summary>A walk along the pauses, in order of time.</summary>
    internal struct PauseWalk((double Start, double End)[] stops)
    {
        private int next;

        /// <summary>Whether a pause lies between two moments, the earlier of them not before those asked for so far. [s since 1970]</summary>
        public bool IsPaused(double from, double to)
        {
            while (next < stops.Length && stops[next].End <= from)
            {
                next++;
            }

            return next < stops.Length && stops[next].Start < to;
        }
    }
}
