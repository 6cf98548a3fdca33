using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Mailing.Accounts;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>The page to make an account, as far as its visitor may.</summary>
[AllowAnonymous]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class RegisterModel(Registrations registrations, Accounts accounts, AccountLetters letters, RequestTallies tallies, Language say) : PageModel
{
    /// <summary>Accounts that one network may make where anybody may make one. [1/h]</summary>
    internal const int MostOfANetwork = 10;

    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public Registration Input { get; set; } = new();

    /// <summary>True once a mail is on its way, whether the address was new or not.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Joined { get; set; }

    /// <summary>The way to an account that this visitor has.</summary>
    public RegistrationDoor Door { get; private set; } = new(RegistrationWay.Closed, false);

    /// <summary>Shows the form; a runner who is signed in goes on.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? token, CancellationToken cancellationToken)
    {
        Door = await registrations.DoorAsync(token, cancellationToken);
        return User.Identity?.IsAuthenticated is true ? LocalRedirect("/") : Page();
    }

    /// <summary>Makes the account. The answer is the same whether the address was new or not, where anybody may ask.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string? token, CancellationToken cancellationToken)
    {
        Door = await registrations.DoorAsync(token, cancellationToken);
        if (!Door.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Door.Way is RegistrationWay.Open
            && await tallies.CountAsync("register", Network.Of(HttpContext.Connection.RemoteIpAddress), MostOfANetwork, Duration.FromHours(1)) is { } wait)
        {
            RequestLimits.Refuse(HttpContext, wait);
            return Refused(say["Access.Register.Enough"]);
        }

        var wanted = new NewAccount(Input.Mail ?? "", Input.Password ?? "") { TimeZone = Input.TimeZone, Storing = Input.Storing, Scoring = Input.Scoring };
        var outcome = await registrations.RegisterAsync(wanted, Input.Word, token, letters.AreSent, cancellationToken);
        Door = outcome.Door;
        foreach (var fault in outcome.Faults)
        {
            ModelState.AddModelError("", fault.Description);
        }

        if (outcome.IsWordWrong)
        {
            ModelState.AddModelError("Input.Word", say["Access.Register.WrongWord"]);
        }

        return !ModelState.IsValid || !Door.IsOpen ? Page() : await GoOnAsync(outcome, cancellationToken);
    }

    private async Task<IActionResult> GoOnAsync(RegistrationOutcome outcome, CancellationToken cancellationToken)
    {
        if (letters.AreSent && !outcome.Door.IsTrusted)
        {
            await letters.AskAsync(WorkKind.Registering, Input.Mail?.Trim() ?? "", cancellationToken);
            return RedirectToPage(new { joined = true });
        }

        if (outcome.Made is { } made)
        {
            await accounts.SignInAsync(made, remember: false);
            return RedirectToPage("AboutYou");
        }

        return (await accounts.SignInAsync(Input.Mail ?? "", Input.Password ?? "", remember: false)).Runner is not null
            ? RedirectToPage("AboutYou")
            : RedirectToPage("SignIn", new { registered = true, returnUrl = Url.Page("AboutYou") });
    }

    private PageResult Refused(string reason)
    {
        ModelState.AddModelError("", reason);
        return Page();
    }

    /// <summary>The parts that an account is made of.</summary>
    public sealed record Registration : IValidatableObject
    {
        /// <summary>Mail address.</summary>
        public string? Mail { get; init; }

        /// <summary>Password.</summary>
        public string? Password { get; init; }

        /// <summary>The owner's word; null for none.</summary>
        public string? Word { get; init; }

        /// <summary>IANA name of the browser's zone, filled in by script; null without.</summary>
        public string? TimeZone { get; init; }

        /// <summary>The tick for storing health data.</summary>
        public bool Storing { get; init; }

        /// <summary>The tick for scoring it.</summary>
        public bool Scoring { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            [
                .. CredentialFaults.OfMail(Mail, nameof(Mail), validationContext),
                .. CredentialFaults.OfNewPassword(Password, nameof(Password), validationContext),
            ];
    }
}
