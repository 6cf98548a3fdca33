using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>A run or a walk of the history, as far as the diary's rules ask for it.</summary>
/// <param name="Day">Its local day.</param>
/// <param name="IsRun">True for a run, false for a walk.</param>
/// <param name="Time">Its timer time.</param>
/// <param name="Distance">Its distance; null when unknown. [m]</param>
public sealed record RecordedActivity(LocalDate Day, bool IsRun, Duration Time, Distance? Distance)
{
    /// <summary>The median distance of the runs of the 28 days that end with a day: the usual session. [m]</summary>
    /// <param name="activities">Runs, joined to sessions, and walks.</param>
    /// <param name="day">The last day.</param>
    /// <returns>Null when no distance is known there.</returns>
    public static Distance? UsualSession(IReadOnlyList<RecordedActivity> activities, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var from = day.PlusDays(-Choices.HabitDays.Value);
        var metres = activities
            .Where(activity => activity is { IsRun: true, Distance: not null } && activity.Day > from && activity.Day <= day)
            .Select(activity => activity.Distance!.Value.Metres)
            .ToArray();
        return metres.Length == 0 ? null : new(metres.Median());
    }
}
