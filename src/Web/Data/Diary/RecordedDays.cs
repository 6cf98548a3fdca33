using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Diary;

/// <summary>Finds the days whose activity was recorded, so that the diary need not ask what was done on them.</summary>
public static class RecordedDays
{
    /// <summary>Tells whether an activity answers the question: any run, or a walk of 30 minutes, that repeats no other.</summary>
    public static bool Answers(HistoryRun activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.DuplicateOf is null && Answers(activity.Metrics);
    }

    /// <summary>Reads which of some days have such an activity.</summary>
    public static async Task<IReadOnlySet<LocalDate>> ReadAsync(
        KneeLoadDbContext db, Guid runnerId, IReadOnlyCollection<LocalDate> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.DuplicateOfId == null && days.Contains(run.LocalDate))
            .Select(run => new { run.LocalDate, run.IsRun, Metrics = run.IsRun ? null : run.Metrics })
            .ToListAsync(cancellationToken);
        return rows
            .Where(row => row.IsRun || (row.Metrics is { } metrics && Answers(StoredJson.ReadMetrics(metrics))))
            .Select(row => row.LocalDate)
            .ToHashSet();
    }

    // A shorter walk leaves the question open: the runner may have walked on without the watch.
    private static bool Answers(RunMetrics metrics) =>
        metrics.IsRun || (metrics.Kind is RunKind.Walk && metrics.Timer >= Choices.LadderWalk.Value);
}
