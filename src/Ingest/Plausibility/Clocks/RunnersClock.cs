using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>Times that name no zone are what the runner's own clock showed.</summary>
internal static class RunnersClock
{
    /// <summary>The activity with its times in UTC; the same one where the file names a zone.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="zone">Where the runner lives; null when nobody said, and then only the day is known.</param>
    public static Activity Of(Activity activity, DateTimeZone? zone)
    {
        if (!activity.IsLocalTime || activity.Start is not { } shown)
        {
            return activity;
        }

        var offset = zone?.AtLeniently(shown.InUtc().LocalDateTime).Offset ?? Offset.Zero;
        var moved = activity.Moved(-Duration.FromSeconds(offset.Seconds));
        return (moved with { UtcOffset = offset, IsLocalTime = false }).Noting(NoteKind.ZoneOfRunner);
    }
}
