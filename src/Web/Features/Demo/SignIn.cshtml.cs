using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Demo;

/// <summary>The page of the printed link: looking changes nothing, the button signs in once.</summary>
[AllowAnonymous]
internal sealed class SignInModel(IServiceProvider services, UserManager<Runner> users, Accounts accounts) : PageModel
{
    private readonly DemoTicket? ticket = services.GetService<DemoTicket>();

    /// <summary>Whether the link has been used.</summary>
    public bool Used { get; private set; }

    public IActionResult OnGet([FromRoute] string token) => ticket?.Fits(token) == true ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string token)
    {
        if (ticket?.Fits(token) != true)
        {
            return NotFound();
        }

        if (!ticket.TryUse(token) || await users.FindByIdAsync(ticket.RunnerId!.Value.ToString()) is not { } runner)
        {
            Used = true;
            return Page();
        }

        await accounts.SignInAsync(runner, remember: false);
        return LocalRedirect("/");
    }
}
