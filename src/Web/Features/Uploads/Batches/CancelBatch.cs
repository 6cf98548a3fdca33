using KneeLoad.Web.Corrections;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Receiving;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>Ends the reading of what still waits in a batch; what was read stays.</summary>
internal static class CancelBatch
{
    public static async Task<IResult> HandleAsync(
        [FromForm] Guid batch, HttpRequest request, CurrentRunner runner, BatchUndo undo, BatchCounting counting, CancellationToken cancellationToken)
    {
        if (!await undo.CancelAsync(runner.Id, batch, cancellationToken))
        {
            return Results.NotFound();
        }

        var isThere = (await counting.ReadAsync([batch], cancellationToken)).ContainsKey(batch);
        return request.WantsPage() ? Results.Redirect(isThere ? $"/uploads/{batch}" : "/uploads") : Results.Accepted();
    }
}
