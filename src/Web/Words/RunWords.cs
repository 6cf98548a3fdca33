using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Names a run by its day.</summary>
public static class RunWords
{
    /// <summary>A run by its day: Today's run, Sunday's run, the run of Mon 4 May 2026.</summary>
    public static string Name(LocalDate day, LocalDate today, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return Period.DaysBetween(day, today) switch
        {
            0 => say["Runs.Name.Today"],
            1 => say["Runs.Name.Yesterday"],
            > 1 and < 7 => say["Runs.Name.Weekday", ("weekday", say.Days.Weekday(day))],
            _ => say["Runs.Name.Day", ("day", say.Days.WithYear(day))],
        };
    }
}
