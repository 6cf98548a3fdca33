using KneeLoad.Web.Consents;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Admin;

/// <summary>The owner's page: maps, their extracts, and what is being built.</summary>
[WithoutHealthData]
public sealed class IndexModel(ListMaps handler, Language language) : PageModel
{
    /// <summary>The content of the page.</summary>
    public MapsView View { get; private set; } = null!;

    /// <summary>Why the extract that was just sent was not taken; null when nothing is to be said.</summary>
    public string? Refused { get; private set; }

    /// <summary>The part that takes an extract.</summary>
    public UploadPart Part => new(
        "/admin/extracts",
        "extract",
        language["Maps.Add"],
        language["Maps.AddHint", ("size", language.Format.Bytes(View.Limit)), ("maps", "maps")],
        "/admin/maps",
        new(View.Limit, View.Limit) { Ending = ".osm.pbf", Mark = "OSMHeader" })
    {
        Accept = ".pbf",
        IsForMany = false,
        Refused = Refused,
        Foreign = language["Maps.Send.Foreign"],
    };

    /// <summary>Shows the page to the owner. To anybody else it is not there.</summary>
    public async Task<IActionResult> OnGetAsync(ExtractRefusal? refused, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Refused = refused is { } reason && Enum.IsDefined(reason) ? ExtractWords.Of(reason, view.Limit, language.Format) : null;
        return Page();
    }
}
