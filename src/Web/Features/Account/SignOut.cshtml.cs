using KneeLoad.Web.Consents;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account;

/// <summary>Signing out: a form, since a link could be followed unasked.</summary>
[WithoutHealthData]
public sealed class SignOutModel(Accounts accounts) : PageModel
{
    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.SignOutAsync();
        return LocalRedirect("/");
    }
}
