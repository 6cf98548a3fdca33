using KneeLoad.Web.Consents;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Receiving;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Features.Uploads.Tus;

/// <summary>
/// The addresses of uploads that go on after a cut connection, by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload)
/// with creation, creation-with-upload, termination, expiration and checksum.
/// </summary>
public static class TusEndpoints
{
    // Many small files are a request each.
    private static readonly RequestLimitAttribute Limit = new("tus", 1200);

    /// <summary>Adds the handler.</summary>
    public static WebApplicationBuilder AddTus(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PieceTurns>();
        builder.Services.AddScoped<TusUploads>();
        builder.Services.AddScoped<WholeUploads>();
        return builder;
    }

    /// <summary>
    /// Maps the addresses twice: for the pages' scripts, where each change needs the page's token in a header, and for programs, which need the consent
    /// to storing as at every address of the API.
    /// </summary>
    public static void MapTus(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        MapTusTo(routes.MapGroup(UploadsEndpoints.Resumable)
            .DisableCookieRedirect()
            .WithMetadata(new WithoutHealthDataAttribute())
            .AddEndpointFilter(AskForTokenAsync));
        MapTusTo(routes.MapGroup(RequestKind.Api + "/v1/uploads/tus").RequireScope(TokenScopes.Upload));
    }

    private static void MapTusTo(RouteGroupBuilder group)
    {
        group.WithMetadata(Limit)
            .WithMetadata(new RequestSizeLimitAttribute(Reception.RequestLimit))
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter(SpeakTusAsync);
        group.MapMethods("", [HttpMethods.Options], TusHeaders.Tell);
        group.MapPost("", (TusUploads handler, HttpContext context) => handler.CreateAsync(context));
        group.MapMethods("{id:guid}", [HttpMethods.Head], (TusUploads handler, Guid id, HttpContext context) => handler.TellAsync(id, context));
        group.MapPatch("{id:guid}", (TusUploads handler, Guid id, HttpContext context) => handler.AppendAsync(id, context));
        group.MapDelete("{id:guid}", (TusUploads handler, Guid id, HttpContext context) => handler.EndAsync(id, context));
        // The protocol has no word for what became of a file.
        group.MapGet("{id:guid}", (TusUploads handler, Guid id, HttpContext context) => handler.ReceiptAsync(id, context));
    }

    private static async ValueTask<object?> SpeakTusAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!context.Request.IsApi())
        {
            // A page in place of an empty answer would be none of the protocol's.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }

        context.Response.Headers[TusHeaders.Resumable] = TusHeaders.Version;
        context.Response.Headers.CacheControl = "no-store";
        var method = context.Request.Method;
        if (!HttpMethods.IsOptions(method) && !HttpMethods.IsGet(method) && context.Request.Headers[TusHeaders.Resumable] != TusHeaders.Version)
        {
            context.Response.Headers[TusHeaders.Versions] = TusHeaders.Version;
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }

        return await next(invocation);
    }

    // The token comes in its header: a search for it in the body would read the file into memory.
    private static async ValueTask<object?> AskForTokenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var services = context.RequestServices;
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method))
        {
            var header = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName ?? "";
            if (!context.Request.Headers.ContainsKey(header) || !await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                return services.GetRequiredService<TusUploads>().Refuse("Uploads.Refusal.Stale", StatusCodes.Status400BadRequest);
            }
        }

        return await next(invocation);
    }
}
