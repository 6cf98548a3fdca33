using KneeLoad.Analysis.Diary;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Diary;

/// <summary>One diary entry, to be changed.</summary>
public sealed class EntryModel(DiaryBook diary, Language language) : PageModel
{
    /// <summary>The entry as the form shows it.</summary>
    public DiaryForm Form { get; private set; } = new(new(), IsRecorded: false);

    /// <summary>Shows the entry.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await diary.FindAsync(id, cancellationToken) is not { } note)
        {
            return NotFound();
        }

        return await FormAsync(Of(note), note.Day, cancellationToken);
    }

    /// <summary>Saves the entry.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] DiaryInput input, CancellationToken cancellationToken)
    {
        if (await diary.FindAsync(id, cancellationToken) is not { } note)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if (await diary.ChangeAsync(note, input, cancellationToken))
            {
                return RedirectToPage("Index");
            }

            ModelState.AddModelError(nameof(input.Day), language["Diary.Fault.Ahead"]);
        }

        return await FormAsync(input, note.Day, cancellationToken);
    }

    private async Task<IActionResult> FormAsync(DiaryInput input, LocalDate day, CancellationToken cancellationToken)
    {
        Form = new(input, await diary.IsRecordedAsync(day, cancellationToken));
        return Page();
    }

    private static DiaryInput Of(DiaryNote note) => new()
    {
        Day = note.Day.ToDateOnly(),
        WorstPain = note.WorstPain,
        SettledWithinHour = note.SettledWithinHour,
        WorseNextMorning = note.WorseNextMorning,
        Activity = note.Activity,
        Side = note.Side,
        FrontOfKnee = note.FrontOfKnee,
        Limping = note.Limping,
        Flags = [.. Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None && note.RedFlags.HasFlag(flag))],
    };
}
