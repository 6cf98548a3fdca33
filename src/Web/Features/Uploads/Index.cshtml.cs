using KneeLoad.Web.Consents;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>The page to upload files and to see what became of each.</summary>
[WithoutHealthData]
public sealed class IndexModel(ListUploads handler, Language language) : PageModel
{
    /// <summary>The content of the page.</summary>
    public UploadsView View { get; private set; } = null!;

    /// <summary>The part that takes files.</summary>
    public UploadPart Part => new(
        $"/uploads?batch={Guid.CreateVersion7()}",
        "files",
        language["Uploads.Files"],
        language["Uploads.Hint", ("size", language.Format.Bytes(OriginalStore.Limit)), ("archive", language.Format.Bytes(OriginalStore.ArchiveLimit))],
        "/uploads/{batch}",
        new(OriginalStore.Limit, OriginalStore.ArchiveLimit) { Room = Math.Max(0, View.MostStored - View.Stored) })
    {
        Resumable = UploadsEndpoints.Resumable,
    };

    /// <summary>Shows the form and a page of batches; a batch that is named has an address of its own.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? batch, [FromQuery] int? p, CancellationToken cancellationToken)
    {
        if (batch is { } named)
        {
            return Redirect($"/uploads/{named}");
        }

        View = await handler.HandleAsync(p ?? 1, cancellationToken);
        return Page();
    }
}
