using KneeLoad.Web.Email;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Where the signed-in runner has the confirmation mail sent once more.</summary>
public sealed class ConfirmationModel(CurrentRunner current, ConfirmationMails mails, IMailTransport transport, MailSettings settings) : PageModel
{
    /// <summary>What became of it; null when it was not asked for.</summary>
    public string? Answer { get; private set; }

    /// <summary>Shows the button, where confirming is asked for at all.</summary>
    public IActionResult OnGet() => settings.AsksForConfirmation ? Page() : NotFound();

    /// <summary>Sends the mail, unless it was sent often enough.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!settings.AsksForConfirmation)
        {
            return NotFound();
        }

        Answer = await mails.WriteAsync(current.Id, cancellationToken) is not { } mail
            ? "The address is confirmed already, or the link was sent often enough. Look into the folder for unwanted mail, or try again in a week."
            : await transport.SendAsync(mail, CancellationToken.None) is { Outcome: DeliveryOutcome.Taken }
                ? "The link is on its way. It works for a week."
                : "The mail server did not take the mail. Try again later.";
        return Page();
    }
}
