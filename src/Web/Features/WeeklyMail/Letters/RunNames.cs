using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>Names a session as a mail does. A mail is read on another day than it was written, so it says neither today nor yesterday.</summary>
internal static class RunNames
{
    public static string Of(JudgedSession session, LocalDate today, RunnerFormat format)
    {
        var runs = session.Runs > 1 ? ".Many" : ".One";
        return Period.DaysBetween(session.Day, today) < LastDays.Length
            ? format.Say["WeeklyMail.Run.OfWeekday" + runs, ("weekday", format.Days.Weekday(session.Day))]
            : format.Say["WeeklyMail.Run.OfDay" + runs, ("day", format.Days.DayAndMonth(session.Day))];
    }
}
