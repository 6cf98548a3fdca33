using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>
/// Keeps the old address of an account, or brings it back, by the link that was mailed to it, and leads to a new password, since
/// somebody else knows the one before. A GET shows one button and changes nothing.
/// </summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class KeepAddressModel(AccountLinks links, Accounts accounts) : PageModel
{
    /// <summary>Whether the link opens nothing.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync([FromRoute] string token, CancellationToken cancellationToken) =>
        Look(await links.FindAsync(token, AccountLinkPurpose.KeepAddress, cancellationToken) is null);

    /// <summary>Keeps the address.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, AccountLinkPurpose.KeepAddress, cancellationToken) is { RunnerId: { } id, Address: { } address } link
            && await links.UseAsync(link, cancellationToken))
        {
            await accounts.KeepAddressAsync(id, address, cancellationToken);
            var reset = await links.MakeAsync(AccountLinkPurpose.ResetPassword, id, AccountLinks.ResetLife, null, cancellationToken);
            return RedirectToPage("Reset", new { token = reset });
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
