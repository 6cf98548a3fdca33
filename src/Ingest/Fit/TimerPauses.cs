using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit;

/// <summary>
/// Pauses from the timer's events: from a stop to the next start. A gap between records is none, since watches that
/// record smartly leave seconds out while the timer runs.
/// </summary>
internal static class TimerPauses
{
    /// <summary>The pauses of one session, in order, not overlapping.</summary>
    /// <param name="events">Starts and stops of the whole file.</param>
    /// <param name="start">When the session began. FIT's epoch. [s]</param>
    /// <param name="end">When it ended. FIT's epoch. [s]</param>
    /// <param name="most">How many at most; what follows is left out.</param>
    public static IReadOnlyList<Pause> Of(IReadOnlyList<TimerEvent> events, uint start, uint end, int most)
    {
        List<Pause>? pauses = null;
        uint? stopped = null;
        var lastEnd = start;
        foreach (var timerEvent in events)
        {
            if (!timerEvent.Starts)
            {
                stopped ??= timerEvent.Time;
                continue;
            }

            // What lies outside the session, or before the pause already known, is cut away. A stop without a later
            // start is the end of the recording.
            var from = Math.Max(stopped ?? uint.MaxValue, lastEnd);
            var to = Math.Min(timerEvent.Time, end);
            if (from < to && (pauses?.Count ?? 0) >= most)
            {
                break;
            }

            if (from < to)
            {
                (pauses ??= []).Add(new(FitTime.ToInstant(from), FitTime.ToInstant(to)));
                lastEnd = to;
            }

            stopped = null;
        }

        return pauses ?? (IReadOnlyList<Pause>)[];
    }
}
