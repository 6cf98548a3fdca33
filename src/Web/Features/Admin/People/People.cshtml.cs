using KneeLoad.Web.Consents;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Admin.People;

/// <summary>The owner's page of accounts and invitations. To anybody else it is not there.</summary>
[WithoutHealthData]
public sealed class PeopleModel(ShowPeople show, LookAfterPeople people, CurrentRunner current) : PageModel
{
    /// <summary>The content of the page.</summary>
    public PeopleView View { get; private set; } = null!;

    /// <summary>A link that was just made, which is shown this once; null for none.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Whether that link invites.</summary>
    public bool IsInvitation { get; private set; }

    /// <summary>Whether the password for passing on was wrong.</summary>
    public bool IsPasswordWrong { get; private set; }

    /// <summary>Shows the page to the owner.</summary>
    /// <param name="number">Which page of the accounts, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] int number, CancellationToken cancellationToken) =>
        AnswerAsync(() => Task.CompletedTask, cancellationToken, number);

    /// <summary>Makes an invitation.</summary>
    public Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken) => AnswerAsync(
        async () => (Link, IsInvitation) = (await people.InviteAsync(cancellationToken), true), cancellationToken);

    /// <summary>Revokes an invitation.</summary>
    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(() => people.RevokeAsync(id, cancellationToken), cancellationToken);

    /// <summary>Makes a link to a new password, to be handed over.</summary>
    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken cancellationToken) => AnswerAsync(
        async () => Link = await people.ResetAsync(id, cancellationToken), cancellationToken);

    /// <summary>Passes the installation on.</summary>
    public async Task<IActionResult> OnPostPassOnAsync(Guid id, string? password, CancellationToken cancellationToken)
    {
        if (current.IsOwner && await people.PassOnAsync(id, password ?? "", cancellationToken))
        {
            return RedirectToPage("/Account/SignIn");
        }

        return await AnswerAsync(
            () =>
            {
                IsPasswordWrong = true;
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Func<Task> work, CancellationToken cancellationToken, int number = 1)
    {
        if (!current.IsOwner)
        {
            return NotFound();
        }

        await work();
        View = await show.HandleAsync(number, cancellationToken);
        return Page();
    }
}
