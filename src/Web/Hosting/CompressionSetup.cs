using Microsoft.AspNetCore.ResponseCompression;

namespace KneeLoad.Web.Hosting;

/// <summary>Pages and JSON go out compressed, by the framework's own middleware; see decision 113.</summary>
public static class CompressionSetup
{
    /// <summary>The header by which a browser says which site made it ask.</summary>
    private const string AskedFrom = "Sec-Fetch-Site";

    // Assets are compressed when the program is built, archives are small already, and events must not be gathered.
    private static readonly string[] Kinds = ["text/html", "application/json", "application/problem+json"];

    /// <summary>Adds Brotli and gzip for pages and JSON.</summary>
    public static WebApplicationBuilder AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Kinds;
        });
        return builder;
    }

    /// <summary>
    /// Compresses what this site's own pages, a person or a program asked for. Another site could have a browser ask many times, each time with
    /// another guess in the address, and learn from the lengths.
    /// </summary>
    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(context => !IsAskedByAnotherSite(context.Request), asked => asked.UseResponseCompression());

    private static bool IsAskedByAnotherSite(HttpRequest request) => request.Headers[AskedFrom].ToString() is "cross-site" or "same-site";
}
