using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Mailing.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>The page for who forgot the password. Its answer is the same for every address.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class ForgottenModel(AccountLetters letters, RequestTallies tallies, ILookupNormalizer names, SecurityLog log) : PageModel
{
    /// <summary>Letters to one address. [1/h]</summary>
    internal const int MostToOne = 3;

    /// <summary>Letters that one network may ask for. [1/h]</summary>
    internal const int MostOfANetwork = 20;

    /// <summary>Letters in all. [1/h]</summary>
    internal const int MostInAll = 120;

    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Forgetting Input { get; set; } = new();

    /// <summary>Whether letters reach anybody.</summary>
    public bool AreSent => letters.AreSent;

    /// <summary>True once an address was told.</summary>
    public bool Asked { get; private set; }

    /// <summary>Has a letter written, within the limits, whether the address has an account or not.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !AreSent)
        {
            return Page();
        }

        Asked = true;
        var address = Input.Mail?.Trim() ?? "";
        if (MailAddressRule.Allows(address)
            && await tallies.CountAsync("reset-network", Network.Of(HttpContext.Connection.RemoteIpAddress), MostOfANetwork, Hour) is null
            && await tallies.CountAsync("reset-address", names.NormalizeEmail(address), MostToOne, Hour) is null
            && await tallies.CountAsync("reset-all", "", MostInAll, Hour) is null)
        {
            log.ResetAsked();
            await letters.AskAsync(WorkKind.ResetAsked, address, cancellationToken);
        }

        return Page();
    }

    /// <summary>The address of the account.</summary>
    public sealed record Forgetting : IValidatableObject
    {
        /// <summary>Mail address.</summary>
        public string? Mail { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => CredentialFaults.OfMail(Mail, nameof(Mail), validationContext);
    }
}
