using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account;

/// <summary>Asks a new runner the questions that no file answers: the longest run before, injuries, year of birth. Each may be skipped.</summary>
public sealed class AboutYouModel(RunnerSettings settings) : PageModel
{
    /// <summary>The answers.</summary>
    [BindProperty]
    public AboutYouInput Input { get; set; } = new();

    /// <summary>Shows the questions with the answers so far.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await settings.ReadToldAsync(cancellationToken);

    /// <summary>Saves the answers and leads to the first screen.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await settings.SaveToldAsync(Input, cancellationToken);
        return LocalRedirect("/");
    }
}
