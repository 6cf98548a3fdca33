using KneeLoad.Analysis.Diary;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Diary;

/// <summary>The diary of the signed-in runner.</summary>
public sealed class IndexModel(DiaryBook diary, Language language) : PageModel
{
    /// <summary>The form for a new entry.</summary>
    public DiaryForm Form => new(Input, View.Recorded.Contains(View.Today));

    /// <summary>The answers in the form.</summary>
    public DiaryInput Input { get; private set; } = new();

    /// <summary>The entries.</summary>
    public DiaryView View { get; private set; } = null!;

    /// <summary>Shows a page of the entries and an empty form.</summary>
    /// <param name="number">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OnGetAsync([FromQuery(Name = "p")] int number, CancellationToken cancellationToken)
    {
        View = await diary.ReadAsync(number, cancellationToken);
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

            ModelState.AddModelError(nameof(input.Day), language["Diary.Fault.Ahead"]);
        }

        View = await diary.ReadAsync(1, cancellationToken);
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

    /// <summary>Answers the question of the next morning, asked on the first screen and in the diary, and leads back there.</summary>
    public async Task<IActionResult> OnPostMorningAsync(Guid id, [FromForm] bool worse, [FromForm] bool fromDiary, CancellationToken cancellationToken)
    {
        await diary.AnswerMorningAsync(id, worse, cancellationToken);
        return fromDiary ? RedirectToPage() : LocalRedirect("/#check-in");
    }

    /// <summary>Answers the question about the activity of an entry's day.</summary>
    public async Task<IActionResult> OnPostActivityAsync(Guid id, [FromForm] ToldActivity activity, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && Enum.IsDefined(activity))
        {
            await diary.AnswerActivityAsync(id, activity, cancellationToken);
        }

        return RedirectToPage();
    }
}
