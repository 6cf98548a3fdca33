using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Diary;

/// <summary>The diary of the signed-in runner.</summary>
public sealed class IndexModel(DiaryBook diary) : PageModel
{
    /// <summary>What was typed.</summary>
    public DiaryInput Input { get; private set; } = new();

    /// <summary>The entries.</summary>
    public DiaryView View { get; private set; } = null!;

    /// <summary>Shows the entries and an empty form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await diary.ReadAsync(cancellationToken);
        Input = new() { Day = View.Today.ToDateOnly() };
    }

    /// <summary>Adds an entry; from the first screen it leads back there.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] DiaryInput input, [FromForm] bool fromToday, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await diary.AddAsync(input, cancellationToken))
            {
                return fromToday ? LocalRedirect("/#check-in") : RedirectToPage();
            }

            ModelState.AddModelError(nameof(input.Day), "This day lies ahead.");
        }

        View = await diary.ReadAsync(cancellationToken);
        Input = input;
        return Page();
    }

    /// <summary>Deletes an entry.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await diary.DeleteAsync(id, cancellationToken);
        return RedirectToPage();
    }

    /// <summary>Closes a red flag.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken)
    {
        await diary.CloseAsync(id, cancellationToken);
        return RedirectToPage();
    }

    /// <summary>Answers the question of the next morning, asked on the first screen.</summary>
    public async Task<IActionResult> OnPostMorningAsync(Guid id, [FromForm] bool worse, CancellationToken cancellationToken)
    {
        await diary.AnswerMorningAsync(id, worse, cancellationToken);
        return LocalRedirect("/#check-in");
    }
}
