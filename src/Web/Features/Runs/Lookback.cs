using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>How far back the history must be read to judge a run as if all of it had been.</summary>
internal static class Lookback
{
    /// <summary>
    /// The first day that matters to a run of a day: its own window, the longest of the time before for a return within that
    /// window, and a day on either side for local days.
    /// </summary>
    public static LocalDate From(LocalDate day) =>
        day.PlusDays(-(int)Published.SpikeWindowDays.Value - Choices.ReturnDays.Value - 2);
}
