using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Confirms an address by the token that was mailed to it. A GET, which scanners of mails send unasked, shows one button and
/// changes nothing.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LargestForm)]
public sealed class ConfirmModel(MailTokens tokens, KneeLoadDbContext db) : PageModel
{
    private const int LargestForm = 4096;

    /// <summary>True once the address is confirmed.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await tokens.FindAsync(RouteData, MailTokenPurpose.ConfirmAddress, cancellationToken) is null ? NotFound() : Page();

    /// <summary>Confirms the address; doing it again changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(RouteData, MailTokenPurpose.ConfirmAddress, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await db.Users.Where(runner => runner.Id == found.RunnerId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(runner => runner.EmailConfirmed, true).SetProperty(runner => runner.MailDue, (Instant?)null),
                cancellationToken);
        Done = true;
        return Page();
    }
}
