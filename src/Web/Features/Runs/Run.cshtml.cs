using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The page of one run.</summary>
public sealed class RunModel(ShowRun handler, DuplicateDenial denial, KindCorrection correction, CurrentRunner current) : PageModel
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

    /// <summary>Takes the runner's word that this is no duplicate.</summary>
    public async Task<IActionResult> OnPostDenyAsync(Guid id, CancellationToken cancellationToken) =>
        await denial.RunAsync(current.Id, id, cancellationToken) ? RedirectToPage(new { id }) : NotFound();

    /// <summary>Takes the runner's word that this was a walk or another sport, or a run after all.</summary>
    public async Task<IActionResult> OnPostKindAsync(Guid id, [FromForm] RunKind? kind, CancellationToken cancellationToken)
    {
        if (kind is not (null or RunKind.Walk or RunKind.Other))
        {
            return BadRequest();
        }

        return await correction.RunAsync(current.Id, id, kind, cancellationToken) ? RedirectToPage(new { id }) : NotFound();
    }
}
