using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>Runs that count, in order of start, without a gap of 120 days; what came before such a gap is another history.</summary>
public sealed class TrainingHistory
{
    private TrainingHistory(IReadOnlyList<HistoryRun> runs, bool isFirst)
    {
        Runs = runs;
        Sessions = TrainingSession.Of(runs);
        FirstDay = runs.Count == 0 ? null : runs.Min(run => run.Metrics.LocalDate);
        IsFirst = isFirst;
    }

    /// <summary>The runs, by start and then by key.</summary>
    public IReadOnlyList<HistoryRun> Runs { get; }

    /// <summary>The same runs, those less than an hour apart joined.</summary>
    public IReadOnlyList<TrainingSession> Sessions { get; }

    /// <summary>First local day of its runs; null without runs.</summary>
    public LocalDate? FirstDay { get; }

    /// <summary>True when no run of an earlier history is known.</summary>
    public bool IsFirst { get; }

    /// <summary>The history that a day belongs to.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <param name="day">Last local day that counts.</param>
    /// <returns>The newest history up to that day; one without runs when there is none.</returns>
    public static TrainingHistory UpTo(IReadOnlyList<HistoryRun> history, LocalDate day)
    {
        var runs = CountedRuns(history, day);
        var first = Math.Max(runs.Count - 1, 0);
        while (first > 0 && !StartsAnew(runs, first))
        {
            first--;
        }

        return new(runs.GetRange(first, runs.Count - first), first == 0);
    }

    /// <summary>Every history of a runner, oldest first.</summary>
    /// <param name="history">All activities, in any order.</param>
    public static IReadOnlyList<TrainingHistory> All(IReadOnlyList<HistoryRun> history)
    {
        var runs = CountedRuns(history, LocalDate.MaxIsoValue);
        var stretches = new List<TrainingHistory>();
        for (var first = 0; first < runs.Count;)
        {
            var next = first + 1;
            while (next < runs.Count && !StartsAnew(runs, next))
            {
                next++;
            }

            stretches.Add(new(runs.GetRange(first, next - first), first == 0));
            first = next;
        }

        return stretches;
    }

    /// <summary>The runs of some days, in order of start.</summary>
    public IEnumerable<HistoryRun> RunsOf(DayWindow days) => Runs.Where(run => days.Contains(run.Metrics.LocalDate));

    private static List<HistoryRun> CountedRuns(IReadOnlyList<HistoryRun> history, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(history);

        var runs = history.Where(run => run.Counts && run.Metrics.LocalDate <= day).ToList();
        runs.Sort(HistoryRun.ByStart);
        return runs;
    }

    private static bool StartsAnew(List<HistoryRun> runs, int index) =>
        Period.DaysBetween(runs[index - 1].Metrics.LocalDate, runs[index].Metrics.LocalDate) >= Choices.ReturnDays.Value;
}
