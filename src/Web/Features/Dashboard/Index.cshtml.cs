using KneeLoad.Web.Features.Dashboard.Renewals;
using KneeLoad.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The first screen: the dashboard of who is signed in, a welcome for everyone else.</summary>
[AllowAnonymous]
public sealed class IndexModel(ShowDashboard handler, RenewalNews renewals) : PageModel
{
    /// <summary>The content of the page; null when nobody is signed in.</summary>
    public DashboardView? View { get; private set; }

    /// <summary>The uses of health data that the runner agrees to; null when nobody is signed in.</summary>
    public Processing? Agreed { get; private set; }

    /// <summary>Shows the first screen.</summary>
    /// <param name="planned">A distance to judge, in the runner's unit; what is no distance is not judged.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OnGetAsync(double? planned, CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated is true)
        {
            Agreed = await handler.AgreedAsync(cancellationToken);
            View = await handler.HandleAsync(planned, cancellationToken);
        }
    }

    /// <summary>Tells no more of what a newer version read differently.</summary>
    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated is not true)
        {
            return Challenge();
        }

        await renewals.DismissAsync(cancellationToken);
        return LocalRedirect("/");
    }
}
