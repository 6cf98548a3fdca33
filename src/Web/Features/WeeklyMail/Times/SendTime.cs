using NodaTime;
using NodaTime.TimeZones;

namespace KneeLoad.Web.Features.WeeklyMail.Times;

/// <summary>When the mail of a week is due.</summary>
/// <param name="Week">The week that it is keyed by: the ISO week of sending in the runner's zone.</param>
/// <param name="Due">The instant of the runner's local send time.</param>
public readonly record struct SendTime(IsoWeek Week, Instant Due)
{
    /// <summary>
    /// The newest send time that has passed: of this week, else of the week before. It is less than a week old, so that after a
    /// long outage one mail goes and the older ones do not.
    /// </summary>
    public static SendTime Newest(DateTimeZone zone, IsoDayOfWeek day, int hour, Instant now)
    {
        var week = IsoWeek.Of(now.InZone(zone).Date);
        var thisWeek = At(week, zone, day, hour);
        return thisWeek.Due <= now ? thisWeek : At(week.Previous, zone, day, hour);
    }

    /// <summary>The first send time after a moment.</summary>
    public static SendTime Next(DateTimeZone zone, IsoDayOfWeek day, int hour, Instant now)
    {
        var newest = Newest(zone, day, hour, now);
        return At(newest.Week.Next, zone, day, hour);
    }

    // A local hour that the clock skips is due as much later as it skips; one that it passes twice is due the first time.
    private static SendTime At(IsoWeek week, DateTimeZone zone, IsoDayOfWeek day, int hour) =>
        new(week, zone.ResolveLocal(week.On(day).At(new LocalTime(hour, 0)), Resolvers.LenientResolver).ToInstant());
}
