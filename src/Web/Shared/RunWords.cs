using NodaTime;

namespace KneeLoad.Web.Shared;

/// <summary>A run in words.</summary>
public static class RunWords
{
    /// <summary>A run by its day: Today's run, Sunday's run, the run of Mon 4 May 2026.</summary>
    public static string Whose(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => "Today\u2019s run",
        1 => "Yesterday\u2019s run",
        > 1 and < 7 => DayFormat.Weekday(day) + "\u2019s run",
        _ => "The run of " + DayFormat.WithYear(day),
    };
}
