using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The first screen: the dashboard of who is signed in, a welcome for everyone else.</summary>
[AllowAnonymous]
public sealed class IndexModel(ShowDashboard handler) : PageModel
{
    /// <summary>What is shown; null when nobody is signed in.</summary>
    public DashboardView? View { get; private set; }

    /// <summary>Shows the first screen.</summary>
    /// <param name="planned">A distance to judge, in the runner's unit; what is no distance is not judged.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OnGetAsync(double? planned, CancellationToken cancellationToken) =>
        View = User.Identity?.IsAuthenticated is true ? await handler.HandleAsync(planned, cancellationToken) : null;
}
