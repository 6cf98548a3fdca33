using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Has a file, or all files of a batch, tried again that failed on our side or were cancelled.</summary>
internal static class RetryUpload
{
    public static async Task<IResult> HandleAsync(
        [FromForm] Guid? upload,
        [FromForm] Guid? batch,
        HttpRequest request,
        CurrentRunner runner,
        UploadFailure failure,
        CancellationToken cancellationToken)
    {
        var isWaiting = (upload, batch) switch
        {
            ({ } one, _) => await failure.TryAgainAsync(runner.Id, one, cancellationToken),
            (_, { } all) => await failure.TryBatchAgainAsync(runner.Id, all, cancellationToken),
            _ => false,
        };
        if (!isWaiting)
        {
            return Results.NotFound();
        }

        return request.WantsPage() ? Results.Redirect($"/uploads/{batch}") : Results.Accepted();
    }
}
