using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>
/// Undoes two ways of a clock. It leaps ahead and later comes back to where it would stand had it not leaped, as some apps mark a
/// pause: the records between belong where the clock left. Or it is set while the watch records, at its first fix: the records
/// before, of a day that cannot be, lie directly before those after.
/// </summary>
internal static class ClockExcursions
{
    private const double LeastLeap = 15 * 60;

    /// <summary>The activity on one clock; the same one where it never leaps and comes back.</summary>
    public static Activity Undone(Activity activity, BeliefContext context)
    {
        if (activity.Records.TimeUnixSeconds?.ToArray() is not { Length: > 1 } times)
        {
            return activity;
        }

        var moved = BeforeTheClockWasSet(times, activity, context);
        var last = double.NaN;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] - last > LeastLeap && EndOf(times, i, last) is { } end)
            {
                SetBack(times.AsSpan(i..end), last);
                moved += end - i;
            }

            last = double.IsNaN(times[i]) ? last : times[i];
        }

        return moved == 0
            ? activity
            : (activity with
            {
                Records = activity.Records.WithTimes(Column.Of(times)),
                // The marks of the excursion were its pauses.
                Pauses = [.. activity.Pauses.Where(pause => (pause.End - pause.Start).TotalSeconds <= LeastLeap)],
            }).Noting(NoteKind.ClockLeapsUndone, moved);
    }

    /// <summary>Moves records of an impossible day that precede possible ones to directly before them.</summary>
    /// <returns>How many. [1]</returns>
    private static int BeforeTheClockWasSet(double[] times, Activity activity, BeliefContext context)
    {
        const double LongestStep = 60;
        var first = Array.FindIndex(times, time => !double.IsNaN(time));
        if (first < 0 || IsPossible(times[first]))
        {
            return 0;
        }

        // The first record after a leap whose day can be; all before it is of the unset clock.
        var (last, set) = (times[first], -1);
        for (var i = first + 1; i < times.Length && set < 0; i++)
        {
            // PERF: days are asked for only where the clock leaps.
            set = Math.Abs(times[i] - last) > LeastLeap && IsPossible(times[i]) ? i : -1;
            last = double.IsNaN(times[i]) ? last : times[i];
        }

        if (set < 0)
        {
            return 0;
        }

        var next = Array.FindIndex(times, set + 1, time => time > times[set]);
        var step = next < 0 ? 1 : Math.Min(LongestStep, times[next] - times[set]);
        var (before, later) = (times[set] - step, double.NaN);
        for (var i = set - 1; i >= 0; i--)
        {
            if (double.IsNaN(times[i]))
            {
                continue;
            }

            var passed = later - times[i];
            before -= passed is > 0 and <= LeastLeap ? passed : 0;
            (later, times[i]) = (times[i], before);
        }

        return set;

        bool IsPossible(double time) => PlausibleDate.IsPossible(activity, ActivityChanges.ToInstant(time), context.Now);
    }

    /// <summary>The record at which the clock has come back; null where it never does.</summary>
    private static int? EndOf(double[] times, int from, double before)
    {
        var (ideal, previous) = (before, times[from]);
        for (var i = from + 1; i < times.Length; i++)
        {
            var step = times[i] - previous;
            if (step < -LeastLeap)
            {
                return times[i] >= ideal && times[i] - ideal <= LeastLeap ? i : null;
            }

            ideal += step is > 0 and <= LeastLeap ? step : 0;
            previous = double.IsNaN(times[i]) ? previous : times[i];
        }

        return null;
    }

    /// <summary>Lets the records go on from where the clock left, without its leaps.</summary>
    private static void SetBack(Span<double> times, double before)
    {
        const double Leaping = 1;
        var previous = double.NaN;
        foreach (ref var time in times)
        {
            var shown = time;
            var step = shown - previous;
            before += step is >= 0 and <= LeastLeap ? step : Leaping;
            time = double.IsNaN(shown) ? shown : before;
            previous = double.IsNaN(shown) ? previous : shown;
        }
    }
}
