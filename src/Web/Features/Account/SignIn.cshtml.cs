using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account;

/// <summary>The page to sign in.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class SignInModel(Accounts accounts, Language say) : PageModel
{
    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Credentials Input { get; set; } = new();

    /// <summary>The page to go on to; followed only where it stays on this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True when the runner comes from registering.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Registered { get; set; }

    /// <summary>True when the runner comes from a new password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Changed { get; set; }

    /// <summary>Shows the form; a runner who is signed in goes on.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect(Next) : Page();

    /// <summary>Signs in. Who is signed in already is signed out and asked once more, so that no sign-in continues another's session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity?.IsAuthenticated is true)
        {
            await accounts.SignOutAsync();
            return RedirectToPage(new { ReturnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await accounts.SignInAsync(Input.Mail ?? "", Input.Password ?? "", Input.Remember);
        if (outcome.Runner is not null)
        {
            return LocalRedirect(Next);
        }

        if (outcome.Wait is { } wait)
        {
            RequestLimits.Refuse(HttpContext, wait);
        }

        ModelState.AddModelError("", outcome switch
        {
            { Wait: { } pause } => say["Access.SignIn.Wait", ("wait", say.Count("Access.Wait", (int)Math.Ceiling(pause.TotalSeconds)))],
            { MustConfirm: true } => say["Access.SignIn.Confirm"],
            _ => say["Account.Fault.SignIn"],
        });
        return Page();
    }

    private string Next => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    /// <summary>Address and password.</summary>
    public sealed record Credentials : IValidatableObject
    {
        /// <summary>Mail address.</summary>
        public string? Mail { get; init; }

        /// <summary>Password.</summary>
        public string? Password { get; init; }

        /// <summary>Whether the cookie outlives the browser.</summary>
        public bool Remember { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            [.. CredentialFaults.OfMail(Mail, nameof(Mail), validationContext), .. CredentialFaults.OfPassword(Password, nameof(Password), validationContext)];
    }
}
