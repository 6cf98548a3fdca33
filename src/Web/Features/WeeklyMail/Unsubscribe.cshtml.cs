using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Ends the weekly mail by its token alone (RFC 8058): mail programs post here without cookies. A GET, which scanners of mails
/// send unasked, shows one button and changes nothing.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
public sealed class UnsubscribeModel(MailTokens tokens, KneeLoadDbContext db) : PageModel
{
    private const int LargestForm = 4096;

    /// <summary>True once the list is left.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await tokens.FindAsync(RouteData, MailTokenPurpose.Unsubscribe, cancellationToken) is null ? NotFound() : Page();

    /// <summary>Leaves the list; doing it again changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(RouteData, MailTokenPurpose.Unsubscribe, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await db.Users.Where(runner => runner.Id == found.RunnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.WeeklyMail, false), cancellationToken);
        Done = true;
        return Page();
    }
}
