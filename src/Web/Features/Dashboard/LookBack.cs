using KneeLoad.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The day that the first screen shows, where that may be an earlier one.</summary>
/// <param name="Day">The day that is shown.</param>
/// <param name="Today">The runner's day now.</param>
/// <param name="IsRefused">Whether a day was asked for that cannot be looked back at.</param>
public sealed record LookBack(LocalDate Day, LocalDate Today, bool IsRefused = false)
{
    private const int Week = 7;

    /// <summary>False on the runner's today.</summary>
    public bool IsPast => Day < Today;

    /// <summary>A week earlier.</summary>
    public LocalDate Before => Day.PlusDays(-Week);

    /// <summary>A week later; null where that is no earlier day any more.</summary>
    public LocalDate? After => Day.PlusDays(Week) is var after && after < Today ? after : null;

    /// <summary>The address of an earlier day.</summary>
    public static string AddressOf(LocalDate day) => "/?on=" + DayFormat.Iso(day);

    /// <summary>The day that an address names.</summary>
    /// <returns>Null where it is none.</returns>
    public static LocalDate? Parse(string on) => LocalDatePattern.Iso.Parse(on).TryGetValue(default, out var day) ? day : null;
}
