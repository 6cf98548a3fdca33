using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>Start and lengths in time of an activity, each under its own name.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Elapsed">From start to end, pauses included.</param>
/// <param name="Timer">Time that the timer ran.</param>
internal sealed record RunTimes(Instant Start, Duration Elapsed, Duration Timer)
{
    /// <summary>The file's own totals, else what its records and pauses add up to; null without any time.</summary>
    public static RunTimes? Of(Activity activity, Timeline timeline)
    {
        var firstRecord = timeline.Count > 0
            ? NodaConstants.UnixEpoch + Duration.FromSeconds(timeline.FirstUnixSeconds)
            : (Instant?)null;
        if ((activity.Start ?? firstRecord) is not { } start)
        {
            return null;
        }

        var recorded = Duration.FromSeconds(timeline.Count > 0 ? timeline.Seconds[^1] : 0);
        var running = timeline.Count > 1 ? Duration.FromSeconds(timeline.Gaps.Sum()) : (Duration?)null;
        // A total of 0 was not measured.
        var timer = Stated(activity.TotalTimer) ?? running ?? Stated(activity.TotalElapsed) ?? Duration.Zero;
        var elapsed = Stated(activity.TotalElapsed) ?? recorded;
        return new RunTimes(start, Duration.Max(elapsed, timer), timer);
    }

    /// <summary>The calendar day of the start where the runner was.</summary>
    /// <param name="stated">Offset that the file states, or null.</param>
    /// <param name="fallbackZone">The zone to ask where it states none.</param>
    public LocalDate LocalDate(Offset? stated, DateTimeZone fallbackZone) =>
        stated is { } offset ? Start.WithOffset(offset).Date : Start.InZone(fallbackZone).Date;

    /// <summary>Timer time in which the runner moved; all of it where no speed is known.</summary>
    public Duration Moving(Motion motion)
    {
        if (motion.Speed is not { } speed)
        {
            return Timer;
        }

        var moving = 0.0;
        for (var i = 0; i < speed.Length; i++)
        {
            // A speed too fast to be believed is movement all the same.
            moving += speed[i] < Choices.MovingFrom.Value.MetresPerSecond ? 0 : motion.Timeline.RecordSeconds[i];
        }

        return Duration.Min(Timer, Duration.FromSeconds(moving));
    }

    private static Duration? Stated(Duration? total) => total > Duration.Zero ? total : null;
}
