using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The list of runs.</summary>
public sealed class IndexModel(ListRuns handler) : PageModel
{
    /// <summary>What is shown.</summary>
    public RunsView View { get; private set; } = null!;

    /// <summary>Shows one page of the list. A number that is none is the first page.</summary>
    public async Task OnGetAsync([Microsoft.AspNetCore.Mvc.FromQuery(Name = "p")] int number, CancellationToken cancellationToken) =>
        View = await handler.HandleAsync(number, cancellationToken);
}
