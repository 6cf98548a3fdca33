using KneeLoad.Web.Consents;
using KneeLoad.Web.Features.Admin.People;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Admin;

/// <summary>The addresses that the owner sends extracts to and removes them by. To anybody else they are not there.</summary>
public static class AdminEndpoints
{
    /// <summary>The most that a form may hold beside its file. [bytes]</summary>
    private const long BesideTheFile = 1 << 20;

    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddAdmin(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ListMaps>();
        services.AddScoped<ReceiveExtract>();
        services.AddScoped<RemoveExtract>();
        services.AddScoped<RetryMap>();
        services.AddScoped<RetryWork>();
        services.AddScoped<ShowServer>();
        services.AddScoped<ShowPeople>();
        services.AddScoped<ShowTrail>();
        services.AddScoped<LookAfterPeople>();
        return builder;
    }

    /// <summary>Maps the addresses.</summary>
    public static void MapAdmin(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var limit = app.Services.GetRequiredService<ExtractLimit>();
        var admin = app.MapGroup("/admin").DisableCookieRedirect().WithMetadata(new WithoutHealthDataAttribute());
        // The handler looks at the token itself, since to look for it in a form would read gigabytes into memory.
        admin.MapPost(
            "extracts",
            (ReceiveExtract handler, HttpContext context, CancellationToken cancellationToken) => handler.HandleAsync(context, cancellationToken))
            .WithMetadata(new RequestSizeLimitAttribute(limit.Bytes + BesideTheFile))
            .WithMetadata(RequestLimitAttribute.Uploads)
            .DisableAntiforgery();
        admin.MapPost("extracts/remove", ([FromForm] string name, HttpRequest request, RemoveExtract handler) => handler.Handle(name, request));
        admin.MapPost(
            "retry",
            ([FromForm] string kind, [FromForm] Guid key, HttpRequest request, RetryWork handler, CancellationToken cancellationToken) => handler.HandleAsync(
                kind, key, request, cancellationToken));
        admin.MapPost(
            "maps/retry",
            ([FromForm] Guid map, HttpRequest request, RetryMap handler, CancellationToken cancellationToken) => handler.HandleAsync(
                map, request, cancellationToken));
    }
}
