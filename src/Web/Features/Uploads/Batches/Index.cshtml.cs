using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>The page of one batch: how far it is read, and what came of it.</summary>
[WithoutHealthData]
public sealed class IndexModel(ShowBatch handler) : PageModel
{
    /// <summary>The content of the page.</summary>
    public BatchView View { get; private set; } = null!;

    /// <summary>Shows a batch, a page of its files, a page of an archive's runs, and a page of what held none.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid batch,
        [FromQuery] int? p,
        [FromQuery] Guid? archive,
        [FromQuery] string? name,
        [FromQuery] string? after,
        [FromQuery] string? rest,
        CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(batch, p ?? 1, archive, name, ArchivePlace.Of(after), RunlessPlace.Of(rest), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
