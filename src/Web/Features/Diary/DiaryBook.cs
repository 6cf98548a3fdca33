using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Diary;

/// <summary>Reads and writes the diary of the signed-in runner.</summary>
public sealed class DiaryBook(
    KneeLoadDbContext db, CurrentRunner current, IRunnerHistoryReader histories, DiaryWriting writing, IClock clock)
{
    /// <summary>Entries on one page. [1]</summary>
    internal const int OnPage = 50;

    private IQueryable<DiaryNote> Own => db.DiaryNotes.Where(note => note.RunnerId == current.Id);

    /// <summary>Reads a page of the entries, and the finding that rests on all of them.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DiaryView> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var runner = await RunnerAsync(cancellationToken);
        var today = runner.DayAt(clock.GetCurrentInstant());
        var pages = Math.Max(1, (await Own.CountAsync(cancellationToken) + OnPage - 1) / OnPage);
        var shown = Math.Clamp(page, 1, pages);
        // A red flag that is open is not lost behind newer entries.
        var notes = await Own.AsNoTracking()
            .OrderByDescending(note => note.RedFlags != RedFlags.None && note.RedFlagClosed == null)
                .ThenByDescending(note => note.Day)
                .ThenByDescending(note => note.Entered)
            .Skip((shown - 1) * OnPage).Take(OnPage).ToListAsync(cancellationToken);
        var asked = notes.Select(note => note.Day).Where(day => day > today.PlusDays(-DiaryView.DaysToAskAbout)).Append(today).Distinct().ToList();
        return new()
        {
            Today = today,
            Notes = notes,
            Page = shown,
            Pages = pages,
            Recorded = await RecordedDays.ReadAsync(db, current.Id, asked, cancellationToken),
            Assessment = await AssessAsync(runner, cancellationToken),
        };
    }

    /// <summary>Reads whether the activity of a day was recorded, so that it need not be asked.</summary>
    public async Task<bool> IsRecordedAsync(LocalDate day, CancellationToken cancellationToken) =>
        (await RecordedDays.ReadAsync(db, current.Id, [day], cancellationToken)).Contains(day);

    /// <summary>One entry; null when the runner has none of that key.</summary>
    public Task<DiaryNote?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Own.SingleOrDefaultAsync(note => note.Id == id, cancellationToken);

    /// <summary>Adds an entry.</summary>
    /// <returns>False when its day lies ahead.</returns>
    public async Task<bool> AddAsync(DiaryInput input, CancellationToken cancellationToken)
    {
        var note = new DiaryNote { Id = Guid.CreateVersion7(), RunnerId = current.Id };
        if (!await writing.WriteAsync(note, input, cancellationToken))
        {
            return false;
        }

        db.DiaryNotes.Add(note);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Changes an entry. A red flag that was closed and is ticked again is open again.</summary>
    /// <returns>False when its day lies ahead.</returns>
    public async Task<bool> ChangeAsync(DiaryNote note, DiaryInput input, CancellationToken cancellationToken)
    {
        if (!await writing.WriteAsync(note, input, cancellationToken))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Deletes an entry, if the runner has one of that key.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        Own.Where(note => note.Id == id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Closes the red flag of an entry: a doctor has seen it.</summary>
    public async Task CloseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { RedFlags: not RedFlags.None, RedFlagClosed: null } note)
        {
            note.RedFlagClosed = await TodayAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Answers the question of the next morning.</summary>
    public async Task AnswerMorningAsync(Guid id, bool worse, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } note)
        {
            note.WorseNextMorning = worse;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Answers the question about the activity of a day that has no recording.</summary>
    public async Task AnswerActivityAsync(Guid id, ToldActivity activity, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } note)
        {
            note.Activity = activity;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Without consent nothing is assessed.
    private async Task<RiskAssessment?> AssessAsync(Runner runner, CancellationToken cancellationToken)
    {
        if (!runner.Processing.Scores)
        {
            return null;
        }

        var history = await histories.ReadAsync(current.Id, cancellationToken);
        return RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
    }

    private async Task<LocalDate> TodayAsync(CancellationToken cancellationToken) =>
        (await RunnerAsync(cancellationToken)).DayAt(clock.GetCurrentInstant());

    private Task<Runner> RunnerAsync(CancellationToken cancellationToken) => db.ReadRunnerAsync(current.Id, cancellationToken);
}
