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
    /// <summary>Longer than any window of the model, and than a year of weeks on a page.</summary>
    private const int Days = 400;

    public async Task<RunnerHistory> ReadAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        var today = runner.DayAt(clock.GetCurrentInstant());
        var from = today.PlusDays(-Days);
        var runs = await HistoryRows.ReadAsync(db, runnerId, from, cancellationToken);
        var notes = await db.DiaryNotes.AsNoTracking()
            .Where(note => note.RunnerId == runnerId && (note.Day >= from || note.RedFlags != RedFlags.None))
            .OrderBy(note => note.Day).ThenBy(note => note.Entered)
            .ToListAsync(cancellationToken);
        var stored = await db.Weeks.AsNoTracking()
            .Where(week => week.RunnerId == runnerId && week.FirstDay >= from && week.FirstDay <= today)
            .OrderBy(week => week.FirstDay)
            .Select(week => week.Load)
            .ToListAsync(cancellationToken);
        var waiting = await db.Uploads.CountAsync(upload => upload.RunnerId == runnerId && upload.State == UploadState.Received, cancellationToken);
        return new RunnerHistory(
            runs, notes.ConvertAll(note => note.ToEntry()), ProfileOf(runner), UpTo(today, from, stored.ConvertAll(StoredJson.ReadWeek), runs, runner.WeekStart), today, waiting);
    }

    // Weeks are stored up to the last upload. Those since then come from the runs, which hold everything from the first day read on.
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
