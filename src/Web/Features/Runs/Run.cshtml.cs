using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The page of one run.</summary>
public sealed class RunModel(ShowRun handler) : PageModel
{
    /// <summary>What is shown.</summary>
    public RunView View { get; private set; } = null!;

    /// <summary>Shows the run.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    /// <summary>The columns of the chart.</summary>
    public async Task<IActionResult> OnGetTracesAsync(Guid id, CancellationToken cancellationToken) =>
        await handler.TracesAsync(id, cancellationToken) is { } chart ? new JsonResult(chart) : NotFound();
}
