using KneeLoad.Web.Consents;
using KneeLoad.Web.Email;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The page on which the signed-in runner has the confirmation mail sent once more.</summary>
[WithoutHealthData]
public sealed class ConfirmationModel(CurrentRunner current, ConfirmationMails mails, MailSettings settings, Language say) : PageModel
{
    /// <summary>The outcome; null when it was not asked for.</summary>
    public string? Answer { get; private set; }

    /// <summary>Shows the button, where confirming is asked for at all.</summary>
    public IActionResult OnGet() => settings.AsksForConfirmation ? Page() : NotFound();

    /// <summary>Queues the mail, unless it was sent often enough.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!settings.AsksForConfirmation)
        {
            return NotFound();
        }

        Answer = await mails.AskAsync(current.Id, cancellationToken) ? say["WeeklyMail.Confirm.Again.Sent"] : say["WeeklyMail.Confirm.Again.Enough"];
        return Page();
    }
}
