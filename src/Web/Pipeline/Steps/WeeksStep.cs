using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Past;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Adds runs up into the runner's weeks: those that a change can touch, and no others.</summary>
internal static class WeeksStep
{
    /// <summary>Growth looks four weeks back; one more, since local days and sessions reach over a week's edge.</summary>
    private const int WeeksBefore = 5;

    /// <summary>So many weeks after a change may still speak of it: growth looks four weeks back, and is told from the 35th day of a history on.</summary>
    private const int WeeksAfter = 7;

    /// <summary>Weeks of a part, which is read, added up and stored together. [1]</summary>
    private const int WeeksOfPart = 26;

    private const int DaysOfWeek = 7;

    /// <summary>The local day may be one off from any zone's, and a session counts on the day that it began, be it a race of a week. [d]</summary>
    private const int DaysAround = 8;

    /// <summary>The weeks that a change can touch, in parts.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="runner">Whose.</param>
    /// <param name="changed">From the first start to the last end of the changed activities; null when every week has changed.</param>
    /// <param name="now">Weeks go up to this moment's, or to the last run's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Oldest first.</returns>
    public static async Task<IReadOnlyList<Weeks>> TouchedAsync(
        KneeLoadDbContext db, Runner runner, Interval? changed, Instant now, CancellationToken cancellationToken)
    {
        var computed = db.Runs.Where(run => run.RunnerId == runner.Id && run.Load != null);
        var stored = db.Weeks.Where(week => week.RunnerId == runner.Id);
        var firstRun = await computed.Where(run => run.IsRun && run.DuplicateOfId == null && !run.LeftOut)
            .MinAsync(run => (LocalDate?)run.LocalDate, cancellationToken);
        var lastRun = await computed.MaxAsync(run => (LocalDate?)run.LocalDate, cancellationToken);
        var firstStored = await stored.MinAsync(week => (LocalDate?)week.FirstDay, cancellationToken);
        var lastStored = await stored.MaxAsync(week => (LocalDate?)week.FirstDay, cancellationToken);
        var through = WeekOf(Later(runner.DayAt(now), lastRun));
        var last = Later(through, lastStored);
        if (changed is not { } span)
        {
            return (firstRun ?? firstStored) is { } first ? [.. Parts(WeekOf(Earlier(first, firstStored)), last, through)] : [];
        }

        // Before the first run that counts, and the first week that is stored, there is nothing: runs whose day nobody knows lie there.
        if ((firstRun is { } begins ? Earlier(begins, firstStored) : firstStored) is not { } beginning)
        {
            return [];
        }

        var from = Later(Earlier(WeekOf(span.Start.InUtc().Date.PlusDays(-DaysAround)), lastStored?.PlusWeeks(1) ?? through), WeekOf(beginning));
        if (firstRun is null || lastStored is not { } known)
        {
            return [.. Parts(from, last, through)];
        }

        // A history that begins anew changes all weeks up to where it began, or begins now.
        var to = Earlier(WeekOf(Later(Later(span.End.InUtc().Date.PlusDays(DaysAround), firstRun), firstStored)).PlusWeeks(WeeksAfter), last);
        return to < last && known < through
            ? [.. Parts(from, to, through), .. Parts(Later(known, to).PlusWeeks(1), through, through)]
            : [.. Parts(from, to, through)];

        LocalDate WeekOf(LocalDate day) => TrainingWeek.Of(day, runner.WeekStart).FirstDay;
    }

    /// <summary>Adds up one part and stores what has changed.</summary>
    public static async Task RunAsync(KneeLoadDbContext db, Runner runner, Weeks weeks, CancellationToken cancellationToken)
    {
        var computed = await ComputeAsync(db, runner, weeks, cancellationToken);
        var stored = await db.Weeks.Where(week => week.RunnerId == runner.Id && week.FirstDay >= weeks.First && week.FirstDay < weeks.End)
            .ToDictionaryAsync(week => week.FirstDay, cancellationToken);
        foreach (var week in computed)
        {
            if (stored.Remove(week.FirstDay, out var row))
            {
                (row.Load, row.Runs) = (week.Load, week.Runs);
            }
            else
            {
                db.Weeks.Add(week);
            }
        }

        db.Weeks.RemoveRange(stored.Values);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Adds up one part, and writes nothing.</summary>
    /// <returns>The rows as they should be.</returns>
    public static async Task<IReadOnlyList<Week>> ComputeAsync(KneeLoadDbContext db, Runner runner, Weeks weeks, CancellationToken cancellationToken)
    {
        var until = weeks.End.PlusDays(DaysAround);
        // With the very first run in it, a history begins where the runner's does, however little of it is read.
        var history = await HistoryRows.ReadAsync(db, runner.Id, weeks.First.PlusWeeks(-WeeksBefore), cancellationToken, until);
        var runs = PastRun.Of(history).ToLookup(run => TrainingWeek.Of(run.LocalDate, runner.WeekStart));
        return [.. WeeklyLoads.Compute(history, runner.WeekStart, LocalDate.Min(until, weeks.Through.PlusDays(DaysOfWeek - 1)))
            .Where(week => week.Week.FirstDay >= weeks.First && week.Week.FirstDay < weeks.End)
            .Select(week => new Week
            {
                RunnerId = runner.Id,
                FirstDay = week.Week.FirstDay,
                Load = StoredJson.Write(week),
                Runs = StoredJson.Write([.. runs[week.Week]]),
            })];
    }

    private static LocalDate Earlier(LocalDate day, LocalDate? other) => other is { } known && known < day ? known : day;

    private static LocalDate Later(LocalDate day, LocalDate? other) => other is { } known && known > day ? known : day;

    private static IEnumerable<Weeks> Parts(LocalDate first, LocalDate last, LocalDate through)
    {
        for (var from = first; from <= last; from = from.PlusWeeks(WeeksOfPart))
        {
            yield return new(from, LocalDate.Min(from.PlusWeeks(WeeksOfPart), last.PlusWeeks(1)), through);
        }
    }

    /// <summary>Some weeks one after the other.</summary>
    /// <param name="First">First day of the first.</param>
    /// <param name="End">The day after the last.</param>
    /// <param name="Through">First day of the newest week that the runner has.</param>
    internal sealed record Weeks(LocalDate First, LocalDate End, LocalDate Through);
}
