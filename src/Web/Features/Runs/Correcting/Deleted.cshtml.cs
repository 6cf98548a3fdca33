using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>The runs that the runner deleted, each with a button that brings it back.</summary>
public sealed class DeletedModel(DeletedRuns handler) : PageModel
{
    /// <summary>The content of the page.</summary>
    public DeletedRunsView View { get; private set; } = null!;

    /// <summary>Shows the deleted runs.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await handler.ReadAsync(cancellationToken);

    /// <summary>Brings a run back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Guid run, CancellationToken cancellationToken) =>
        await handler.BringBackAsync(run, cancellationToken) ? LocalRedirect($"/runs/{run}") : NotFound();

    /// <summary>Deletes all deleted runs for good.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await handler.RemoveAsync(cancellationToken);
        return LocalRedirect("/runs/deleted");
    }
}
