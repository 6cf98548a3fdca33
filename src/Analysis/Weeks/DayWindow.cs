using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>A number of local days in a row. The windows of the score count local days, so they move at midnight.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public readonly record struct DayWindow(LocalDate First, LocalDate Last)
{
    /// <summary>The days up to and with a day: (D - days, D].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not positive.</exception>
    public static DayWindow EndingOn(LocalDate day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return new(day.PlusDays(1 - days), day);
    }

    /// <summary>Whether a day lies in this window.</summary>
    public bool Contains(LocalDate day) => day >= First && day <= Last;
}
