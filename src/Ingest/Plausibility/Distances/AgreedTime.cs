using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>Agrees on the time that the timer ran, and on the time from start to end.</summary>
internal static class AgreedTime
{
    // Edges of a recording: a start before the first record, an end after the last.
    private const double Edge = 60;

    /// <summary>The activity with its times agreed.</summary>
    /// <param name="activity">The activity, its distance agreed: the records measure the whole of it.</param>
    /// <param name="clock">Its records' times.</param>
    public static Activity Of(Activity activity, RecordClock clock)
    {
        if (clock.Span <= 0)
        {
            return activity;
        }

        if (activity.TotalElapsed is { } elapsed && elapsed.TotalSeconds > ((1 + PlausibleLimits.Agreement) * clock.Span) + Edge)
        {
            // The watch went on for hours after the run, or over night: the records say when it ended.
            activity = activity with { TotalElapsed = null };
        }

        if (activity.TotalTimer is not { } timer || timer == Duration.Zero || Holds(timer.TotalSeconds, activity, clock))
        {
            return activity;
        }

        var laps = activity.Laps.Select(lap => lap.TotalTimer?.TotalSeconds).OfType<double>().ToList();
        foreach (var (seconds, isLaps) in new[] { (laps.Sum(), true), (laps.LastOrDefault(), true), (clock.Running, false) })
        {
            if (seconds > 0 && Holds(seconds, activity, clock))
            {
                return (activity with { TotalTimer = Duration.FromSeconds(seconds) })
                    .Noting(isLaps ? NoteKind.TimerFromLaps : NoteKind.TimerFromRecords, stated: timer.TotalSeconds);
            }
        }

        return activity;
    }

    /// <summary>Whether a timer can have run so long: not longer than the recording, not shorter than the runner moved in it.</summary>
    private static bool Holds(double seconds, Activity activity, RecordClock clock) =>
        seconds <= ((1 + PlausibleLimits.Agreement) * clock.Running) + Edge
            && seconds >= ((1 - PlausibleLimits.Agreement) * Moving(activity, clock, seconds)) - Edge;

    /// <summary>Time in which the records' distance or position moved on; 0 where that cannot matter. [s]</summary>
    private static double Moving(Activity activity, RecordClock clock, double seconds)
    {
        const double LeastSpeed = 0.5;
        const double LongestStand = 30;

        // PERF: a timer that ran for most of the recording needs no closer look.
        if (seconds >= (1 - PlausibleLimits.Agreement) * clock.Running || activity.Records[RecordField.Distance]?.ToArray() is not { } metres)
        {
            return 0;
        }

        var (moving, previous) = (0.0, -1);
        var walk = clock.Walk();
        for (var i = 0; i < metres.Length; i++)
        {
            var time = clock.Seconds[i];
            if (double.IsNaN(metres[i]) || double.IsNaN(time) || (previous >= 0 && time < clock.Seconds[previous]))
            {
                continue;
            }

            if (previous >= 0 && !walk.IsPaused(clock.Seconds[previous], time))
            {
                var passed = time - clock.Seconds[previous];
                moving += metres[i] - metres[previous] > LeastSpeed * passed ? Math.Min(LongestStand, passed) : 0;
            }

            previous = i;
        }

        return moving;
    }
}
