using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Enters how the knees were on the day that a mail asked about, in two taps or one further, and without signing in. It shows nothing of the runner.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
public sealed class PainModel(MailTokens tokens, KneeLoadDbContext db, Language say, IClock clock) : PageModel
{
    private const int LargestForm = 4096;

    /// <summary>First tap: the worst pain, 0 to 10.</summary>
    [BindProperty]
    public int? WorstPain { get; set; }

    /// <summary>Second tap: whether it was as before within the hour.</summary>
    [BindProperty]
    public bool? Settled { get; set; }

    /// <summary>The answers one tap further.</summary>
    public KneeSigns Signs { get; private set; } = new();

    /// <summary>The stored answers in a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>The day that is asked about.</summary>
    public LocalDate Day { get; private set; }

    /// <summary>True when the activity of the day was recorded, so that it is not asked.</summary>
    public bool IsRecorded { get; private set; }

    /// <summary>True once it is stored.</summary>
    public bool Done { get; private set; }

    /// <summary>True when a tap was missing.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>Shows the two questions.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? NotFound() : Page();

    /// <summary>Stores the answer; a second one replaces the first, and takes no red flag back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] KneeSigns? signs, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found)
        {
            return NotFound();
        }

        // Whoever has the mail may say how the knees were, and no more: an injury and a pause are told signed in.
        Signs = (signs ?? new()) with { Injured = false, Pausing = false };
        // Two taps, or one tap further without a number: a sign that wants a doctor does not wait for one.
        var whole = WorstPain is >= 0 and <= PainWords.WorstPain ? Settled is not null || Signs.SaysSomething : WorstPain is null && Signs.SaysSomething;
        if (!ModelState.IsValid || !Signs.IsKnown || !whole)
        {
            Incomplete = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var id = NoteOf(found);
        var note = await db.DiaryNotes.FindAsync([id], cancellationToken);
        if (note is null)
        {
            note = new() { Id = id, RunnerId = found.RunnerId, Day = Day };
            db.DiaryNotes.Add(note);
        }

        note.Entered = clock.GetCurrentInstant();
        note.WorstPain = WorstPain;
        note.SettledWithinHour = Settled;
        note.TellByMail(Signs);
        await db.SaveChangesAsync(cancellationToken);
        Sentence = say["Diary.Mailed.Said", ("day", say.Days.WithYear(Day)), ("list", say.Join([.. Parts(note)]))];
        Done = true;
        return Page();
    }

    /// <summary>The token's row; null also where its runner took back the consent to keep health data.</summary>
    private async Task<MailToken?> FindAsync(CancellationToken cancellationToken)
    {
        var found = await tokens.FindAsync(RouteData, MailTokenPurpose.PainEntry, cancellationToken);
        if (found is not { Day: { } day }
            || !await db.Users.AnyAsync(runner => runner.Id == found.RunnerId && runner.StoringConsent != null, cancellationToken))
        {
            return null;
        }

        Day = day;
        IsRecorded = (await RecordedDays.ReadAsync(db, found.RunnerId, [day], cancellationToken)).Contains(day);
        return found;
    }

    private IEnumerable<string> Parts(DiaryNote note)
    {
        if (note.WorstPain is { } pain)
        {
            yield return DiaryEntryWords.Pain(pain, say);
        }

        foreach (var answer in DiaryEntryWords.Answers(note.ToEntry(), say))
        {
            yield return answer;
        }
    }

    /// <summary>One mail's link writes one note.</summary>
    private static Guid NoteOf(MailToken token) => new(Convert.FromHexString(token.TokenHash).AsSpan(0, 16));
}
