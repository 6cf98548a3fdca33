using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Scalar.AspNetCore;

namespace KneeLoad.Web.Features.Api.Documents;

/// <summary>The page that shows the document of the API, by Scalar. All that it loads comes from this server.</summary>
internal static class ApiPage
{
    // Scalar begins with a script in the page, which carries the word of this one answer, and styles itself as it runs. All else is the site's own.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'nonce-{word}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference(RequestKind.Api + "/docs", (page, context) =>
        {
            var say = context.RequestServices.GetRequiredService<Language>();
            page.WithTitle(say["Api.Docs"])
                .WithOpenApiRoutePattern(RequestKind.Api + "/{documentName}/openapi.json")
                .AddDocument(ApiDocument.Name)
                .WithNonce()
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .HideDeveloperTools();
            page.Favicon = "/favicon.svg";
            page.HideClientButton = true;
        })
        .WithMetadata(new ContentPolicy(Policy, ScalarOptions.NonceHttpContextItemKey))
        .AllowAnonymous();
}
