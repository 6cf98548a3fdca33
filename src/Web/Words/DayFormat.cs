using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Words;

/// <summary>Writes days in one language, whatever the server speaks.</summary>
public sealed class DayFormat
{
    private readonly Language language;
    private readonly Lazy<LocalDatePattern> withYear;
    private readonly Lazy<LocalDatePattern> dayAndMonth;
    private readonly Lazy<LocalDatePattern> weekday;

    internal DayFormat(Language language)
    {
        this.language = language;
        Lazy<LocalDatePattern> Pattern(string key) => new(() => LocalDatePattern.Create(language.Pattern(key), language.Culture));
        withYear = Pattern("Units.Day.WithYear");
        dayAndMonth = Pattern("Units.Day.DayAndMonth");
        weekday = Pattern("Units.Day.Weekday");
    }

    /// <summary>For machines, as in the datetime attribute: 2026-05-04.</summary>
    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A day with weekday and year: Mon 4 May 2026.</summary>
    public string WithYear(LocalDate day) => language.Said(withYear.Value.Format(day));

    /// <summary>A day of this year: 4 May.</summary>
    public string DayAndMonth(LocalDate day) => language.Said(dayAndMonth.Value.Format(day));

    /// <summary>Name of the weekday: Monday.</summary>
    public string Weekday(LocalDate day) => language.Said(weekday.Value.Format(day));

    /// <summary>Name of the weekday: Monday.</summary>
    public string Weekday(IsoDayOfWeek day) => Weekday(new LocalDate(2026, 1, 4).Next(day));

    /// <summary>A day as people say it: today, yesterday, Monday (within the week), else Mon 4 May 2026.</summary>
    public string Relative(LocalDate day, LocalDate today) => Period.DaysBetween(day, today) switch
    {
        0 => language["Units.Day.Today"],
        1 => language["Units.Day.Yesterday"],
        > 1 and < 7 => Weekday(day),
        _ => WithYear(day),
    };

    /// <summary>First to last day: 4–10 May, 27 Apr–3 May.</summary>
    public string Span(LocalDate first, LocalDate last) => first.Month == last.Month && first.Year == last.Year
        ? language["Units.Day.SpanInMonth", ("first", language.Format.Number(first.Day, 0)), ("last", DayAndMonth(last))]
        : language["Units.Day.Span", ("first", DayAndMonth(first)), ("last", DayAndMonth(last))];
}
