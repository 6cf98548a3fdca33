using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Admin;

/// <summary>The owner's first page: how the installation does.</summary>
[WithoutHealthData]
public sealed class ServerModel(ShowServer handler) : PageModel
{
    /// <summary>The content of the page.</summary>
    public ServerView View { get; private set; } = null!;

    /// <summary>Shows the page to the owner. To anybody else it is not there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
