using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account;

/// <summary>The page for a new password.</summary>
[WithoutHealthData]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class PasswordModel(ChangePassword handler) : PageModel
{
    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Passwords Input { get; set; } = new();

    /// <summary>Changes the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await handler.HandleAsync(User, Input.Current ?? "", Input.Next ?? "", cancellationToken);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError("", error.Description);
        }

        return result.Succeeded ? RedirectToPage("SignIn", new { changed = true }) : Page();
    }

    /// <summary>The old and the new password.</summary>
    public sealed record Passwords : IValidatableObject
    {
        /// <summary>The password until now.</summary>
        public string? Current { get; init; }

        /// <summary>The password from now on.</summary>
        public string? Next { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            [
                .. CredentialFaults.OfPassword(Current, nameof(Current), validationContext),
                .. CredentialFaults.OfNewPassword(Next, nameof(Next), validationContext),
            ];
    }
}
