using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>Tells whether an activity can have been on the day that its clock showed.</summary>
internal static class PlausibleDate
{
    // Satellite receivers count weeks in ten bits (GPS interface specification IS-GPS-200): a clock that missed a roll-over is this far behind.
    private const int WeeksOfCounter = 1_024;

    // Below, a FIT time counts from power-up (FIT profile, type date_time, 0x10000000 seconds) and no calendar. [s since 1970]
    private const double FirstCalendarTime = 631_065_600 + 0x10000000;

    // A file is made within two days of its recording; a clock that is weeks off is not.
    private static readonly Duration MadeWithin = Duration.FromDays(2);

    // Before, hardly a satellite watch was sold, and a FIT time below 0x10000000, which counts since power-up, falls there too.
    private static readonly LocalDate EarliestDay = new(2000, 1, 1);

    /// <summary>The activity, or the same one with its start on 1970-01-01 and a note where the day cannot be.</summary>
    public static Activity Of(Activity activity, BeliefContext context)
    {
        if (StartOf(activity) is not { } start)
        {
            // A track drawn by hand or stripped of its times: only its runner knows the day.
            return IsSomething(activity) ? (activity with { Start = NodaConstants.UnixEpoch, UtcOffset = Offset.Zero }).Noting(NoteKind.DateUnknown) : activity;
        }

        var weeksBehind = WeeksBehind(activity, start, context.Now);
        if (weeksBehind is null && !activity.IsDayUnsure && IsPossible(activity, start, context.Now))
        {
            return activity;
        }

        var moved = activity.Moved(NodaConstants.UnixEpoch - start) with { UtcOffset = Offset.Zero };
        moved = activity.IsDayUnsure
            ? moved.Noting(NoteKind.DateUnknown).Noting(NoteKind.DayUnsure, stated: ActivityChanges.UnixSeconds(start))
            : moved.Noting(NoteKind.DateUnknown, stated: ActivityChanges.UnixSeconds(start));
        return weeksBehind is { } weeks ? moved.Noting(NoteKind.ClockWeeksBehind, weeks) : moved;
    }

    private static bool IsSomething(Activity activity) =>
        activity.TotalDistance is { Metres: > 0 }
            || activity.TotalTimer > Duration.Zero
            || (activity.Records.Count > 1 && activity.Records[RecordField.PositionLat] is not null);

    /// <summary>Whether the device can have recorded at a moment: it was sold by then, and the moment is not ahead.</summary>
    public static bool IsPossible(Activity activity, Instant moment, Instant now)
    {
        var day = moment.WithOffset(activity.UtcOffset ?? Offset.Zero).Date;
        return day >= EarliestDay && !(day < activity.DeviceSince) && day <= now.InUtc().Date.PlusDays(1);
    }

    private static Instant? StartOf(Activity activity) => activity.Start ?? FirstTime(activity.Records);

    private static Instant? FirstTime(RecordStream records)
    {
        for (var i = 0; records.TimeUnixSeconds is { } times && i < times.Length; i++)
        {
            if (times[i] is { } seconds)
            {
                return ActivityChanges.ToInstant(seconds);
            }
        }

        return null;
    }

    /// <summary>Weeks that the clock stood behind, a multiple of 1,024; null where nothing says so.</summary>
    private static int? WeeksBehind(Activity activity, Instant start, Instant now)
    {
        for (var weeks = WeeksOfCounter; ActivityChanges.UnixSeconds(start) >= FirstCalendarTime && weeks <= 2 * WeeksOfCounter; weeks += WeeksOfCounter)
        {
            var shifted = start + Duration.FromDays(7 * weeks);
            var fileAgrees = activity.FileCreated is { } created && created >= shifted - MadeWithin && created <= shifted + MadeWithin
                && IsPossible(activity, created, now);
            if (fileAgrees || (!IsPossible(activity, start, now) && activity.DeviceSince is not null && IsPossible(activity, shifted, now)))
            {
                return weeks;
            }
        }

        return null;
    }
}
