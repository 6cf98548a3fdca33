using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Has a file tried again that failed on our side.</summary>
internal static class RetryUpload
{
    public static async Task<IResult> HandleAsync(
        [FromForm] Guid upload, HttpRequest request, CurrentRunner runner, UploadFailure failure, CancellationToken cancellationToken)
    {
        if (!await failure.TryAgainAsync(runner.Id, upload, cancellationToken))
        {
            return Results.NotFound();
        }

        return request.WantsPage() ? Results.Redirect("/uploads") : Results.Accepted();
    }
}
