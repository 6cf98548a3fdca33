namespace KneeLoad.Web.Features;

/// <summary>Pages and endpoints of all features.</summary>
public static class FeaturesSetup
{
    /// <summary>Adds the pages, which lie beside their handlers in this folder.</summary>
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features");
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
    }

    /// <summary>A fault or an unknown address is answered with a page, or with problem+json where no page is asked for.</summary>
    public static void UseFaultPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>Maps styles and scripts, pages and endpoints.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
