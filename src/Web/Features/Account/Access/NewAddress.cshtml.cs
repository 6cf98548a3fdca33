using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>Confirms a new address by the link that was mailed to it. A GET shows one button and changes nothing.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class NewAddressModel(AccountLinks links, Accounts accounts, AccountLetters letters) : PageModel
{
    /// <summary>The new address; null where the link opens nothing, or after the change.</summary>
    public string? Asked { get; private set; }

    /// <summary>Whether the link opens nothing.</summary>
    public bool IsGone { get; private set; }

    /// <summary>True once the address is the new one.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync([FromRoute] string token, CancellationToken cancellationToken) =>
        Look((await links.FindAsync(token, AccountLinkPurpose.NewAddress, cancellationToken))?.Address);

    /// <summary>Changes the address and tells the old one.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, AccountLinkPurpose.NewAddress, cancellationToken) is { RunnerId: { } id, Address: { } next } link
            && await links.UseAsync(link, cancellationToken)
            && await accounts.ChangeAddressAsync(id, next, isConfirmed: true) is { } before)
        {
            await letters.AddAsync(AccountLetterKinds.AddressChanged, id, before, cancellationToken);
            Done = true;
            return Page();
        }

        Look(address: null);
        return Page();
    }

    private void Look(string? address)
    {
        (Asked, IsGone) = (address, address is null);
        Response.StatusCode = IsGone ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
    }
}
