using KneeLoad.Web.Consents;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Receiving;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>The addresses that uploads are sent to, asked about, undone and fetched back from.</summary>
public static class UploadsEndpoints
{
    /// <summary>The address that scripts send large files to, piece by piece.</summary>
    public const string Resumable = "/uploads/tus";

    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddUploads(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ReceiveUploads>();
        services.AddScoped<ListUploads>();
        return builder;
    }

    /// <summary>Maps the addresses; all need a sign-in and speak of the signed-in runner's own files only.</summary>
    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/uploads").DisableCookieRedirect().WithMetadata(new WithoutHealthDataAttribute());
        // The handler looks at the token itself, in a header or the first part, since to look for it in a form would read the files into memory.
        uploads.MapPost(
            "",
            (ReceiveUploads handler, HttpContext context, Guid? batch, CancellationToken cancellationToken) =>
                handler.HandleAsync(context, batch, cancellationToken))
            .WithMetadata(new RequestSizeLimitAttribute(Reception.RequestLimit))
            .WithMetadata(RequestLimitAttribute.Uploads)
            .DisableAntiforgery();
        uploads.MapGet("status", async (UploadStatus status, Guid? batch, CancellationToken cancellationToken) =>
            await status.ReadAsync(batch, cancellationToken) is { } reply ? Results.Json(reply, UploadJson.Options) : Results.NotFound());
        uploads.MapPost("undo", UndoBatch.HandleAsync);
        uploads.MapPost("retry", RetryUpload.HandleAsync);
        uploads.MapGet("{id:guid}/original", DownloadOriginal.HandleAsync);
    }
}
