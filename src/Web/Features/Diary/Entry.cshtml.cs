using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Diary;

/// <summary>One diary entry, to be changed.</summary>
public sealed class EntryModel(DiaryBook diary) : PageModel
{
    /// <summary>The entry as the form shows it.</summary>
    public DiaryInput Input { get; private set; } = new();

    /// <summary>Shows the entry.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await diary.FindAsync(id, cancellationToken) is not { } note)
        {
            return NotFound();
        }

        Input = Of(note);
        return Page();
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

            ModelState.AddModelError(nameof(input.Day), "This day lies ahead.");
        }

        Input = input;
        return Page();
    }

    private static DiaryInput Of(DiaryNote note) => new()
    {
        Day = note.Day.ToDateOnly(),
        WorstPain = note.WorstPain,
        SettledWithinHour = note.SettledWithinHour,
        WorseNextMorning = note.WorseNextMorning,
        FrontOfKnee = note.FrontOfKnee,
        Limping = note.Limping,
        Flags = [.. Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None && note.RedFlags.HasFlag(flag))],
    };
}
