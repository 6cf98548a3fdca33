using System.Globalization;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Features.Runs.Correcting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The list of runs.</summary>
public sealed class IndexModel(ListRuns handler, CorrectRuns correct) : PageModel
{
    /// <summary>The content of the page.</summary>
    public RunsView View { get; private set; } = null!;

    /// <summary>Shows one page of the list. A number that is none is the first page.</summary>
    /// <param name="number">Which page, from 1.</param>
    /// <param name="told">The moment of a click on several runs, whose outcome and undo are shown; null for none. [ms since 1970]</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OnGetAsync([FromQuery(Name = "p")] int number, [FromQuery] long? told, CancellationToken cancellationToken) =>
        View = await handler.HandleAsync(number, told, cancellationToken);

    /// <summary>Leaves the chosen runs out.</summary>
    public Task<IActionResult> OnPostLeaveOutAsync([FromForm] Guid[] runs, [FromForm(Name = "p")] int number, CancellationToken cancellationToken) =>
        TellAsync(runs, Correction.LeaveOut, number, cancellationToken);

    /// <summary>Deletes the chosen runs.</summary>
    public Task<IActionResult> OnPostDeleteAsync([FromForm] Guid[] runs, [FromForm(Name = "p")] int number, CancellationToken cancellationToken) =>
        TellAsync(runs, Correction.Delete, number, cancellationToken);

    /// <summary>Takes the runner's one answer on all pairs of equal runs at other hours.</summary>
    public async Task<IActionResult> OnPostCopiesAsync([FromForm] bool? areOne, CancellationToken cancellationToken) => areOne is not { } told ? BadRequest()
        : LocalRedirect(await correct.TellOfCopiesAsync(told, cancellationToken) is { } moment ? AfterClick(moment) : Place(1));

    /// <summary>Takes back what one click did.</summary>
    public async Task<IActionResult> OnPostUndoAsync([FromForm] long told, [FromForm(Name = "p")] int number, CancellationToken cancellationToken) =>
        await correct.TakeBackAsync(told, cancellationToken) ? LocalRedirect(Place(number)) : NotFound();

    /// <summary>Address of the list with the outcome of a click and its undo.</summary>
    internal static string AfterClick(Instant moment, int number = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Place(number)}{(number > 1 ? '&' : '?')}told={moment.ToUnixTimeMilliseconds()}");

    private static string Place(int number) => number > 1 ? string.Create(CultureInfo.InvariantCulture, $"/runs?p={number}") : "/runs";

    private async Task<IActionResult> TellAsync(Guid[] runs, Correction correction, int number, CancellationToken cancellationToken)
    {
        if (await correct.TellAsync(runs, correction, cancellationToken) is { } moment)
        {
            return LocalRedirect(AfterClick(moment, number));
        }

        View = (await handler.HandleAsync(number, told: null, cancellationToken)) with { NothingChosen = true };
        return Page();
    }
}
