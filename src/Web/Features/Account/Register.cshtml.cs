using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account;

/// <summary>The page to make an account.</summary>
[AllowAnonymous]
public sealed class RegisterModel(Accounts accounts) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public Registration Input { get; set; } = new();

    /// <summary>Shows the form; a runner who is signed in goes on.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect("/") : Page();

    /// <summary>Makes the account and leads to the sign-in, whether the address was new or not.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await accounts.RegisterAsync(Input.Mail ?? "", Input.Password ?? "", Input.TimeZone, Input.Storing, Input.Scoring);
        if (result.Succeeded)
        {
            return RedirectToPage("SignIn", new { registered = true, returnUrl = Url.Page("AboutYou") });
        }

        foreach (var error in result.Errors)
        {
            ModelState.AddModelError("", error.Description);
        }

        return Page();
    }

    /// <summary>What an account is made of.</summary>
    public sealed record Registration : IValidatableObject
    {
        /// <summary>Mail address.</summary>
        public string? Mail { get; init; }

        /// <summary>Password.</summary>
        public string? Password { get; init; }

        /// <summary>IANA name of the browser's zone, filled in by script; null without.</summary>
        public string? TimeZone { get; init; }

        /// <summary>The tick for storing health data.</summary>
        public bool Storing { get; init; }

        /// <summary>The tick for scoring it.</summary>
        public bool Scoring { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            [.. CredentialFaults.OfMail(Mail, nameof(Mail), validationContext), .. CredentialFaults.OfNewPassword(Password, nameof(Password), validationContext)];
    }
}
