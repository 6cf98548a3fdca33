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

    /// <summary>The local day may be one off from any zone's, and a session counts on the day that it began, be it a race of a week. [d]</summary>
    private const int DaysBefore = 8;

    /// <summary>The first day that a database's date can hold.</summary>
    private static readonly LocalDate EarliestDay = new(1, 1, 1);

    /// <summary>Recomputes the weeks.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="runner">Whose.</param>
    /// <param name="from">Start of the first changed activity; null for all weeks.</param>
    /// <param name="now">Weeks go up to this moment's, or to the last run's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="before">Weeks of this moment and after it are left to a later call, which begins there; null for none.</param>
    public static async Task RunAsync(
        KneeLoadDbContext db, Runner runner, Instant? from, Instant now, CancellationToken cancellationToken, Instant? before = null)
    {
        var last = await db.Runs.Where(run => run.RunnerId == runner.Id && run.Load != null).MaxAsync(run => (LocalDate?)run.LocalDate, cancellationToken);
        var through = LocalDate.Max(runner.DayAt(now), last ?? LocalDate.MinIsoValue);
        through = before is { } end ? LocalDate.Min(through, end.InUtc().Date) : through;
        var first = from is { } start ? await FirstWeekAsync(db, runner, start, through, cancellationToken) : EarliestDay;
        var lookBack = from is null ? first : first.PlusWeeks(-WeeksBefore);
        // With the very first run in it, a history begins where the runner's does, however little of it is read.
        var history = await HistoryRows.ReadAsync(db, runner.Id, lookBack, cancellationToken, before is null ? null : through.PlusDays(DaysBefore));
        var computed = WeeklyLoads.Compute(history, runner.WeekStart, through).Where(week => week.Week.FirstDay >= first);

        var stored = await db.Weeks.Where(week => week.RunnerId == runner.Id && week.FirstDay >= first && (before == null || week.FirstDay <= through))
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

    // A change may lie after the last stored week, or beyond all that is left: the weeks between are added or taken away too.
    private static async Task<LocalDate> FirstWeekAsync(KneeLoadDbContext db, Runner runner, Instant start, LocalDate through, CancellationToken cancellationToken)
    {
        var changed = TrainingWeek.Of(start.InUtc().Date.PlusDays(-DaysBefore), runner.WeekStart).FirstDay;
        var newest = TrainingWeek.Of(through, runner.WeekStart).FirstDay;
        var stored = await db.Weeks.Where(week => week.RunnerId == runner.Id).MaxAsync(week => (LocalDate?)week.FirstDay, cancellationToken);
        return LocalDate.Min(LocalDate.Min(changed, newest), stored?.PlusWeeks(1) ?? newest);
    }
}
