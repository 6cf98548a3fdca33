using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>Confirms the address of a new account by the mailed link, and signs in. A GET shows one button and changes nothing.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class ConfirmModel(AccountLinks links, Accounts accounts) : PageModel
{
    /// <summary>Whether the link opens nothing.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync([FromRoute] string token, CancellationToken cancellationToken) =>
        Look(await links.FindAsync(token, AccountLinkPurpose.ConfirmAccount, cancellationToken) is null);

    /// <summary>Confirms the address and signs in.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, AccountLinkPurpose.ConfirmAccount, cancellationToken) is { } link
            && await accounts.ConfirmAsync(link, cancellationToken))
        {
            return RedirectToPage("/Account/AboutYou");
        }

        Look(isGone: true);
        return Page();
    }

    private void Look(bool isGone)
    {
        IsGone = isGone;
        Response.StatusCode = isGone ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
    }
}
