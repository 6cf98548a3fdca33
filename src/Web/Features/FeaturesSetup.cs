using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace KneeLoad.Web.Features;

/// <summary>What the pages of all features need.</summary>
public static class FeaturesSetup
{
    /// <summary>Adds the pages, which lie beside their handlers in this folder.</summary>
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            // Its hidden list carries an inline style, which the content policy refuses; there is no such script here anyway.
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
    }

    /// <summary>A fault or an unknown address is answered with a page, or with problem+json where no page is asked for; never with inner details.</summary>
    public static void UseFaultPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                // The page that stands in for a failed post reads no form, good token or bad.
                context.Request.Method = HttpMethods.Get;
                context.Features.Set<IAntiforgeryValidationFeature>(null);
            }

            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = fault => fault is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
            // The status is all; the page for it is made above.
            ExceptionHandler = _ => Task.CompletedTask,
        });
    }

    /// <summary>Maps styles, scripts and pages.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
