using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The page of one run.</summary>
public sealed class RunModel(
    ShowRun handler, ShowGround ground, CorrectRun correct, SurfaceCorrection surfaces, CurrentRunner current) : PageModel
{
    /// <summary>The content of the page.</summary>
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

        return await surfaces.RunAsync(current.Id, way, surface, cancellationToken)
            ? RedirectToPage(pageName: null, pageHandler: null, new { id }, fragment: "ground")
            : NotFound();
    }

    /// <summary>Takes the runner's word that this is no duplicate.</summary>
    public Task<IActionResult> OnPostDenyAsync(Guid id, CancellationToken cancellationToken) => TellAsync(id, Correction.NotTheSame, cancellationToken);

    /// <summary>Takes the runner's word that this was a run, a walk or another sport.</summary>
    public async Task<IActionResult> OnPostKindAsync(Guid id, [FromForm] RunKind? kind, CancellationToken cancellationToken) =>
        kind is { } told && Correction.CanBeTold(told) ? await TellAsync(id, Correction.Was(told), cancellationToken) : BadRequest();

    /// <summary>Takes the runner's word on the distance, in the runner's unit.</summary>
    public async Task<IActionResult> OnPostDistanceAsync(Guid id, [FromForm] string? distance, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await correct.DistanceAsync(id, distance, cancellationToken), cancellationToken);

    /// <summary>Takes the runner's word on the start, in the runner's zone.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid id, [FromForm] string? day, [FromForm] string? time, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await correct.StartAsync(id, day, time, cancellationToken), cancellationToken);

    /// <summary>Leaves the run out.</summary>
    public Task<IActionResult> OnPostLeaveOutAsync(Guid id, CancellationToken cancellationToken) => TellAsync(id, Correction.LeaveOut, cancellationToken);

    /// <summary>Deletes the run; the list then offers to bring it back.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken) =>
        (await correct.TellAsync(id, Correction.Delete, cancellationToken)).Done is { } moment ? LocalRedirect(IndexModel.AfterClick(moment)) : NotFound();

    /// <summary>Takes back what the runner told.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromForm] CorrectionKind? kind, CancellationToken cancellationToken) =>
        kind is { } told ? await AnswerAsync(id, await correct.TakeBackAsync(id, told, cancellationToken), cancellationToken) : BadRequest();

    private async Task<IActionResult> TellAsync(Guid id, Correction correction, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await correct.TellAsync(id, correction, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, CorrectionReply reply, CancellationToken cancellationToken)
    {
        if (reply.Done is not null)
        {
            return RedirectToPage(new { id });
        }

        if (reply.Problem is null || await handler.HandleAsync(id, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view with { Ground = await ground.HandleAsync(view, correcting: null, cancellationToken), Problem = reply.Problem };
        return Page();
    }
}
