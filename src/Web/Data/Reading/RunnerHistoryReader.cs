using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads what an assessment and its page need, and no more of a long history than that.</summary>
internal sealed class RunnerHistoryReader(KneeLoadDbContext db, IClock clock) : IRunnerHistoryReader
{
    /// <summary>The days whose runs are read whole: longer than any window of the model that asks more than how far somebody ran, and when. [d]</summary>
    internal const int DaysOfRuns = 200;

    /// <summary>No activity on foot is longer, and no two zones lie further apart. [d]</summary>
    private const int DaysJoined = 3;

    private const int DaysOfWeek = 7;

    /// <summary>No watch wrote a file before it.</summary>
    private static readonly LocalDate Earliest = new(1990, 1, 1);

    /// <summary>The days whose weeks and diary are read: more than a year on a page. [d]</summary>
    private const int Days = 400;

    public async Task<RunnerHistory> ReadAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        return await ReadAsync(runner, runner.DayAt(clock.GetCurrentInstant()), isPast: false, cancellationToken);
    }

    public async Task<RunnerHistory?> ReadAsync(Guid runnerId, LocalDate? on, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        var today = runner.DayAt(clock.GetCurrentInstant());
        var day = on ?? today;
        return day > today || day < Earliest ? null : await ReadAsync(runner, day, isPast: day < today, cancellationToken);
    }

    // Of a day that is past the later rows are not read. What was stored since on earlier ones is known to it all the same.
    private async Task<RunnerHistory> ReadAsync(Runner runner, LocalDate today, bool isPast, CancellationToken cancellationToken)
    {
        var runnerId = runner.Id;
        var from = today.PlusDays(-Days);
        var notes = await db.DiaryNotes.AsNoTracking()
            .Where(note => note.RunnerId == runnerId && (!isPast || note.Day <= today) && (note.Day >= from || note.RedFlags != RedFlags.None))
            .OrderBy(note => note.Day).ThenBy(note => note.Entered)
            .ToListAsync(cancellationToken);
        var stored = await db.Weeks.AsNoTracking()
            .Where(week => week.RunnerId == runnerId && week.FirstDay > from.PlusDays(-DaysOfWeek) && week.FirstDay <= today)
            .OrderBy(week => week.FirstDay)
            .ToListAsync(cancellationToken);
        var runs = await RunsAsync(runnerId, today, isPast ? today.PlusDays(DaysJoined) : null, stored, from, cancellationToken);
        if (isPast)
        {
            // What came after the day was read to be joined with what came before.
            runs = [.. runs.Where(run => run.Metrics.LocalDate <= today)];
        }

        // Of the day's own week what is stored holds the days after it too.
        var before = isPast ? TrainingWeek.Of(today, runner.WeekStart).FirstDay : LocalDate.MaxIsoValue;
        var whole = stored.Where(week => week.FirstDay >= from && week.FirstDay < before).Select(week => StoredJson.ReadWeek(week.Load));
        var waiting = await db.Uploads.CountAsync(upload => upload.RunnerId == runnerId && upload.State == UploadState.Received, cancellationToken);
        return new RunnerHistory(
            runs,
            notes.ConvertAll(note => note.ToEntry()),
            ProfileOf(runner),
            UpTo(today, from, [.. whole], runs, runner.WeekStart),
            today,
            waiting);
    }

    // The rows of the last months, and of what lies before them no more than their weeks keep, however much was run.
    private async Task<IReadOnlyList<HistoryRun>> RunsAsync(
        Guid runnerId, LocalDate today, LocalDate? until, List<Entities.Week> weeks, LocalDate from, CancellationToken cancellationToken)
    {
        var whole = today.PlusDays(-DaysOfRuns);
        if (weeks.Exists(week => week.Runs is null && week.FirstDay < whole))
        {
            return await HistoryRows.ReadAsync(db, runnerId, from, cancellationToken, until);
        }

        // A row may be joined with one just before it.
        var rows = await HistoryRows.ReadAsync(db, runnerId, whole.PlusDays(-DaysJoined), cancellationToken, until);
        var past = weeks.Where(week => week.FirstDay < whole)
            .SelectMany(week => StoredJson.ReadPastRuns(week.Runs!))
            .Where(run => run.LocalDate >= from && run.LocalDate < whole)
            .ToList();
        var keys = past.Select(run => run.Key).ToHashSet(StringComparer.Ordinal);
        return [.. past.Select(run => run.ToHistoryRun())
            .Concat(rows.Where(run => (run.Metrics.LocalDate >= whole || ReferenceEquals(run, rows[0])) && !keys.Contains(run.Key)))
            .Order(HistoryRun.ByStart)];
    }

    // Weeks are stored up to the last upload or run. Those since then hold what the runs do, or nothing.
    private static List<WeeklyLoad> UpTo(LocalDate today, LocalDate from, List<WeeklyLoad> stored, IReadOnlyList<HistoryRun> runs, IsoDayOfWeek weekStart)
    {
        var known = stored.Count > 0 ? stored[^1].Week.FirstDay : from.PlusDays(-1);
        return known >= TrainingWeek.Of(today, weekStart).FirstDay
            ? stored
            : [.. stored, .. WeeklyLoads.Compute(runs, weekStart, today).Where(week => week.Week.FirstDay > known)];
    }

    private static RunnerProfile ProfileOf(Runner runner) => new()
    {
        Zone = runner.Zone,
        BirthYear = runner.BirthYear,
        KneeInjury = runner.KneeInjury,
        OtherInjury = runner.OtherInjury,
        LongestBefore = runner.LongestBeforeMetres is { } metres ? new Distance(metres) : null,
        ToldHeelStrike = runner.ToldHeelStrike,
        ToldFootStrikeOn = runner.ToldFootStrikeOn,
        Paused = runner.Paused,
    };
}

/// <summary>Reads a runner's history from stored rows; computes nothing.</summary>
public interface IRunnerHistoryReader
{
    /// <summary>The history up to the runner's today, by the injected clock and the runner's zone.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<RunnerHistory> ReadAsync(Guid runnerId, CancellationToken cancellationToken);

    /// <summary>The history up to a day.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="on">The local day; null for the runner's today.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the day lies ahead, or before all watches.</returns>
    Task<RunnerHistory?> ReadAsync(Guid runnerId, LocalDate? on, CancellationToken cancellationToken);
}
