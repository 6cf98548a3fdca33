using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline;

/// <summary>Adds runs up into the runner's weeks, from the first changed one on.</summary>
internal static class WeeksStep
{
    /// <summary>Growth looks four weeks back; one more, since local days and sessions reach over a week's edge.</summary>
    private const int WeeksBefore = 5;

    /// <summary>The first day that a database's date can hold.</summary>
    private static readonly LocalDate EarliestDay = new(1, 1, 1);

    /// <summary>Recomputes the weeks.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="runner">Whose.</param>
    /// <param name="from">Start of the first changed activity; null for all weeks.</param>
    /// <param name="now">Weeks go up to this moment's, or to the last run's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RunAsync(KneeLoadDbContext db, Runner runner, Instant? from, Instant now, CancellationToken cancellationToken)
    {
        // The local day is the one where the runner was, which may be a day off from any zone's.
        var first = from is { } start ? TrainingWeek.Of(start.InUtc().Date.PlusDays(-1), runner.WeekStart).FirstDay : EarliestDay;
        var lookBack = from is null ? first : first.PlusWeeks(-WeeksBefore);
        // With the very first run in it, a history begins where the runner's does, however little of it is read.
        var history = await HistoryRows.ReadAsync(db, runner.Id, lookBack, cancellationToken);
        var today = runner.DayAt(now);
        var through = history.Count == 0 ? today : LocalDate.Max(today, history.Max(run => run.Metrics.LocalDate));
        var computed = WeeklyLoads.Compute(history, runner.WeekStart, through).Where(week => week.Week.FirstDay >= first);

        var stored = await db.Weeks.Where(week => week.RunnerId == runner.Id && week.FirstDay >= first)
            .ToDictionaryAsync(week => week.FirstDay, cancellationToken);
        foreach (var week in computed)
        {
            if (stored.Remove(week.Week.FirstDay, out var row))
            {
                row.Load = StoredJson.Write(week);
            }
            else
            {
                db.Weeks.Add(new Week { RunnerId = runner.Id, FirstDay = week.Week.FirstDay, Load = StoredJson.Write(week) });
            }
        }

        db.Weeks.RemoveRange(stored.Values);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
