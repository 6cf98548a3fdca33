using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Names a run by its day.</summary>
public static class RunWords
{
    /// <summary>A run by its day: Today's run, Sunday's run, the run of Mon 4 May 2026.</summary>
    /// <param name="day">The run's day.</param>
    /// <param name="today">The reader's day.</param>
    /// <param name="say">The language.</param>
    /// <param name="readLater">True for a mail, which says neither today nor yesterday.</param>
    public static string Name(LocalDate day, LocalDate today, Language say, bool readLater = false)
    {
        ArgumentNullException.ThrowIfNull(say);
        return Period.DaysBetween(day, today) switch
        {
            0 when !readLater => say["Runs.Name.Today"],
            1 when !readLater => say["Runs.Name.Yesterday"],
            >= 0 and < 7 => say["Runs.Name.Weekday", ("weekday", say.Days.Weekday(day))],
            _ => say["Runs.Name.Day", ("day", say.Days.WithYear(day))],
        };
    }
}
