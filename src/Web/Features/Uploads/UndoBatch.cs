using KneeLoad.Web.Corrections;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Takes a batch back as if it had never been sent.</summary>
internal static class UndoBatch
{
    public static async Task<IResult> HandleAsync(
        [FromForm] Guid batch, HttpRequest request, CurrentRunner runner, BatchUndo undo, CancellationToken cancellationToken)
    {
        var removed = await undo.RunAsync(runner.Id, batch, cancellationToken);
        if (removed == 0)
        {
            return Results.NotFound();
        }

        return request.WantsPage() ? Results.Redirect("/uploads") : Results.Json(new { removed });
    }
}
