using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.Devices;
using KneeLoad.Web.Mailing.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>Sets a new password by a link, once. A GET, which scanners of mails send unasked, shows the form and changes nothing.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class ResetModel(AccountLinks links, Accounts accounts, UserManager<Runner> users, KnownDevices devices, AccountLetters letters) : PageModel
{
    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Choice Input { get; set; } = new();

    /// <summary>Whether the link opens nothing.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancellationToken) =>
        await links.FindAsync(token, AccountLinkPurpose.ResetPassword, cancellationToken) is null ? Gone() : Page();

    /// <summary>Sets the password and leads to the sign-in.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, AccountLinkPurpose.ResetPassword, cancellationToken) is not { RunnerId: { } id } link
            || await users.FindByIdAsync(id.ToString()) is not { } runner)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        foreach (var fault in await accounts.FaultsOfAsync(runner, Input.Next ?? ""))
        {
            ModelState.AddModelError("", fault.Description);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await links.UseAsync(link, cancellationToken))
        {
            return Gone();
        }

        await accounts.SetPasswordAsync(runner, Input.Next ?? "", cancellationToken);
        await letters.AddAsync(AccountLetterKinds.PasswordChanged, runner.Id, cancellationToken);
        devices.Remember(HttpContext, runner.Id);
        return RedirectToPage("/Account/SignIn", new { changed = true });
    }

    private PageResult Gone()
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>The new password.</summary>
    public sealed record Choice : IValidatableObject
    {
        /// <summary>The password from now on.</summary>
        public string? Next { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            CredentialFaults.OfNewPassword(Next, nameof(Next), validationContext);
    }
}
