using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>The part of a history that must be read to judge a run as if all of it had been.</summary>
internal static class HistoryWindow
{
    /// <summary>The widest distance of two zones, and a run of more than a day. [d]</summary>
    private const int DaysAfter = 3;

    /// <summary>
    /// The first day that matters to a run of a day: its own window, the longest of the time before for a return within that
    /// window, and a day on either side for local days.
    /// </summary>
    public static LocalDate From(LocalDate day) =>
        day.PlusDays(-(int)Published.SpikeWindowDays.Value - Choices.ReturnDays.Value - 2);

    /// <summary>The last day that matters to it: that of a recording in another zone that repeats it, or of a run that goes on where it ends.</summary>
    public static LocalDate Until(LocalDate day) => day.PlusDays(DaysAfter);
}
