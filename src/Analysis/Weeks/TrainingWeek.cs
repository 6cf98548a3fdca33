using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>Seven local days of one runner. A view; the rolling 7 days are the headline.</summary>
/// <param name="FirstDay">Its first day, on the runner's week start.</param>
public readonly record struct TrainingWeek(LocalDate FirstDay)
{
    /// <summary>Its last day.</summary>
    public LocalDate LastDay => FirstDay.PlusDays(6);

    /// <summary>The week before.</summary>
    public TrainingWeek Previous => new(FirstDay.PlusDays(-7));

    /// <summary>The week after.</summary>
    public TrainingWeek Next => new(FirstDay.PlusDays(7));

    /// <summary>The week that a day lies in.</summary>
    /// <param name="day">A local day.</param>
    /// <param name="weekStart">The day that the runner's weeks begin on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weekStart"/> is no day of the week.</exception>
    public static TrainingWeek Of(LocalDate day, IsoDayOfWeek weekStart) =>
        new(day.With(DateAdjusters.PreviousOrSame(weekStart)));

    /// <summary>Whether a day lies in this week.</summary>
    public bool Contains(LocalDate day) => day >= FirstDay && day <= LastDay;
}
