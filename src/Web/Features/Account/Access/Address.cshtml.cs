using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Consents;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Mailing.Accounts;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>The page for another address. Where letters are sent the new one confirms it and the old one may refuse; else it holds at once.</summary>
[WithoutHealthData]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class AddressModel(Accounts accounts, UserManager<Runner> users, AccountLetters letters, Language say) : PageModel
{
    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Change Input { get; set; } = new();

    /// <summary>Whether letters reach anybody.</summary>
    public bool AreSent => letters.AreSent;

    /// <summary>True once it was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    /// <summary>Asks for the change, or makes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var runner = await users.GetUserAsync(User) ?? throw new InvalidOperationException("Nobody is signed in.");
        var address = Input.Mail?.Trim() ?? "";
        if (!MailAddressRule.Allows(address))
        {
            return Refused(nameof(Change.Mail), "Access.Address.None");
        }

        if (await accounts.AskAgainAsync(runner, Input.Current ?? "") is { IsRight: false })
        {
            return Refused(nameof(Change.Current), "Access.Fault.Password");
        }

        if (AreSent)
        {
            await letters.AskForAddressAsync(runner, address, cancellationToken);
            return RedirectToPage(new { asked = true });
        }

        return await accounts.ChangeAddressAsync(runner.Id, address, isConfirmed: false) is null
            ? Refused(nameof(Change.Mail), "Access.Address.Taken")
            : RedirectToPage("/Account/Settings", new { saved = true });
    }

    private PageResult Refused(string field, string key)
    {
        ModelState.AddModelError($"{nameof(Input)}.{field}", say[key]);
        return Page();
    }

    /// <summary>The new address, and the password.</summary>
    public sealed record Change : IValidatableObject
    {
        /// <summary>The address from now on.</summary>
        public string? Mail { get; init; }

        /// <summary>The password.</summary>
        public string? Current { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            [.. CredentialFaults.OfMail(Mail, nameof(Mail), validationContext), .. CredentialFaults.OfPassword(Current, nameof(Current), validationContext)];
    }
}
