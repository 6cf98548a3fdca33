using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>Changes that several rules make to an activity.</summary>
internal static class ActivityChanges
{
    /// <summary>The activity with a further note.</summary>
    public static Activity Noting(this Activity activity, NoteKind kind, int? count = null, double? stated = null) =>
        activity with { Notes = [.. activity.Notes, new ActivityNote(kind, count, stated)] };

    /// <summary>The same recording on another day: each of its times moved.</summary>
    /// <param name="activity">The recording.</param>
    /// <param name="by">How far; back in time when negative.</param>
    public static Activity Moved(this Activity activity, Duration by)
    {
        if (by == Duration.Zero)
        {
            return activity;
        }

        var times = activity.Records.TimeUnixSeconds?.ToArray();
        foreach (ref var time in times.AsSpan())
        {
            time += by.TotalSeconds;
        }

        return activity with
        {
            Start = activity.Start + by,
            Records = activity.Records.WithTimes(times is null ? null : Column.Of(times)),
            Pauses = [.. activity.Pauses.Select(pause => new Pause(pause.Start + by, pause.End + by))],
            Laps = [.. activity.Laps.Select(lap => lap with { Start = lap.Start + by })],
        };
    }

    /// <summary>An instant of a file's time.</summary>
    public static Instant ToInstant(double unixSeconds) => Instant.FromUnixTimeTicks((long)Math.Round(unixSeconds * NodaConstants.TicksPerSecond));

    /// <summary>Seconds since 1970. [s]</summary>
    public static double UnixSeconds(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalSeconds;
}
