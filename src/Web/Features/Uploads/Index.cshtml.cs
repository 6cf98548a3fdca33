using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>The page to upload files and to see what became of each.</summary>
[WithoutHealthData]
public sealed class IndexModel(ListUploads handler) : PageModel
{
    /// <summary>The content of the page.</summary>
    public UploadsView View { get; private set; } = null!;

    /// <summary>Shows the form and the uploads, one batch alone where it is named.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? batch, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(batch, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
