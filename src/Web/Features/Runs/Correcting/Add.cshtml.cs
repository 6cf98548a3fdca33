using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>The form for a run that no watch recorded.</summary>
public sealed class AddModel(AddRun handler) : PageModel
{
    /// <summary>The form as it was typed.</summary>
    public AddedRun Input { get; private set; } = new();

    /// <summary>The formats in which this runner reads quantities.</summary>
    public RunnerFormat Format { get; private set; } = null!;

    /// <summary>Why the run was not added; null when nothing was sent.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => (Input, Format) = await handler.BeginAsync(cancellationToken);

    /// <summary>Adds the run and shows it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] AddedRun input, CancellationToken cancellationToken)
    {
        var (run, problem) = await handler.AddAsync(input, cancellationToken);
        if (problem is null)
        {
            return LocalRedirect(run is { } id ? $"/runs/{id}" : "/runs");
        }

        (_, Format) = await handler.BeginAsync(cancellationToken);
        (Input, Problem) = (input, problem);
        return Page();
    }
}
