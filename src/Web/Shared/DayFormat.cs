using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Shared;

/// <summary>Writes days in English, whatever the server speaks.</summary>
public static class DayFormat
{
    private static readonly LocalDatePattern LongPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");
    private static readonly LocalDatePattern ShortPattern = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDatePattern WeekdayPattern = LocalDatePattern.CreateWithInvariantCulture("dddd");

    /// <summary>A day with weekday and year: Mon 4 May 2026.</summary>
    public static string WithYear(LocalDate day) => LongPattern.Format(day);

    /// <summary>A day of this year: 4 May.</summary>
    public static string DayAndMonth(LocalDate day) => ShortPattern.Format(day);

    /// <summary>Name of the weekday: Monday.</summary>
    public static string Weekday(LocalDate day) => WeekdayPattern.Format(day);

    /// <summary>For machines, as in the datetime attribute: 2026-05-04.</summary>
    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A day as people say it: today, yesterday, Monday (within the week), else Mon 4 May 2026.</summary>
    public static string Relative(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => "today",
        1 => "yesterday",
        > 1 and < 7 => Weekday(day),
        _ => WithYear(day),
    };

    /// <summary>First to last day: 4–10 May, 27 Apr–3 May.</summary>
    public static string Span(LocalDate first, LocalDate last) => first.Month == last.Month && first.Year == last.Year
        ? $"{first.Day}\u2013{DayAndMonth(last)}"
        : $"{DayAndMonth(first)}\u2013{DayAndMonth(last)}";
}
