using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Admin.People;

/// <summary>The owner's page of what was done to accounts. To anybody else it is not there.</summary>
[WithoutHealthData]
public sealed class TrailModel(ShowTrail show) : PageModel
{
    /// <summary>The content of the page.</summary>
    public TrailView View { get; private set; } = null!;

    /// <summary>Shows the page to the owner.</summary>
    /// <param name="number">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "p")] int number, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(number, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
