using KneeLoad.Web.Consents;
using KneeLoad.Web.Identity.Limits;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>The addresses of one batch: to follow it, and to end its reading.</summary>
public static class BatchesEndpoints
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddBatches(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ShowBatch>();
        builder.Services.AddScoped<ShowArchive>();
        builder.Services.AddScoped<FollowBatch>();
        return builder;
    }

    /// <summary>Maps the addresses; all need a sign-in and speak of the signed-in runner's own batches only.</summary>
    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/uploads").DisableCookieRedirect().WithMetadata(new WithoutHealthDataAttribute());
        batches.MapGet(
            "{batch:guid}/events",
            (FollowBatch handler, Guid batch, HttpContext context, CancellationToken cancellationToken) =>
                handler.HandleAsync(batch, context, cancellationToken)).WithMetadata(new GoesOnAttribute());
        batches.MapPost("cancel", CancelBatch.HandleAsync);
    }
}
