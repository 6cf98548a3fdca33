using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace KneeLoad.Web.Features.WeeklyMail.Times;

/// <summary>A week of ISO 8601, Monday to Sunday.</summary>
/// <param name="FirstDay">Its Monday.</param>
public readonly record struct IsoWeek(LocalDate FirstDay)
{
    /// <summary>Its Sunday.</summary>
    public LocalDate LastDay => FirstDay.PlusDays(6);

    /// <summary>The week before.</summary>
    public IsoWeek Previous => new(FirstDay.PlusWeeks(-1));

    /// <summary>The week after.</summary>
    public IsoWeek Next => new(FirstDay.PlusWeeks(1));

    /// <summary>The week that a day lies in.</summary>
    public static IsoWeek Of(LocalDate day) => new(day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)));

    /// <summary>One of its days.</summary>
    public LocalDate On(IsoDayOfWeek day) => FirstDay.With(DateAdjusters.NextOrSame(day));

    /// <summary>The week as it is stored: 2026-W47.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{WeekYearRules.Iso.GetWeekYear(FirstDay):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(FirstDay):00}");
}
