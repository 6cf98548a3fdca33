using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The page of one run.</summary>
public sealed class RunModel(
    ShowRun handler, ShowGround ground, DuplicateDenial denial, KindCorrection kinds, SurfaceCorrection surfaces, CurrentRunner current) : PageModel
{
    /// <summary>What is shown.</summary>
    public RunView View { get; private set; } = null!;

    /// <summary>Shows the run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="way">Number of the way whose surface the runner wants to correct; null when none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int? way, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view with { Ground = await ground.HandleAsync(view, way, cancellationToken) };
        return Page();
    }

    /// <summary>The columns of the chart.</summary>
    public async Task<IActionResult> OnGetTracesAsync(Guid id, CancellationToken cancellationToken) =>
        await handler.TracesAsync(id, cancellationToken) is { } chart ? new JsonResult(chart) : NotFound();

    /// <summary>The data of the run's map.</summary>
    public async Task<IActionResult> OnGetGroundAsync(Guid id, CancellationToken cancellationToken) =>
        await ground.ChartAsync(id, cancellationToken) is { } chart ? new JsonResult(chart) : NotFound();

    /// <summary>Takes the runner's word on what a way is made of, or takes it back.</summary>
    public async Task<IActionResult> OnPostSurfaceAsync(Guid id, [FromForm] long way, [FromForm] SurfaceClass? surface, CancellationToken cancellationToken)
    {
        if (surface is { } told && !SurfaceClasses.IsGround(told))
        {
            return BadRequest();
        }

        return await surfaces.RunAsync(current.Id, way, surface, cancellationToken) ? RedirectToPage(pageName: null, pageHandler: null, new { id }, fragment: "ground") : NotFound();
    }

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

        return await kinds.RunAsync(current.Id, id, kind, cancellationToken) ? RedirectToPage(new { id }) : NotFound();
    }
}
