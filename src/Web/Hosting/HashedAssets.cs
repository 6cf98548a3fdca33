using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace KneeLoad.Web.Hosting;

/// <summary>
/// Assets that scripts and styles ask for by a name with a hash of their content. The SDK's own fingerprints are in the names that pages write; a
/// name within a script is the bundler's.
/// </summary>
public static partial class HashedAssets
{
    private const string ForAYear = "max-age=31536000, immutable";

    /// <summary>Has a browser keep them without asking again.</summary>
    public static void KeepHashed(this IEndpointConventionBuilder assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        assets.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RequestDelegate: { } serve, RoutePattern.RawText: { } name } && Hashed().IsMatch(name))
            {
                endpoint.RequestDelegate = context =>
                {
                    context.Response.OnStarting(Keep, context.Response);
                    return serve(context);
                };
            }
        });
    }

    private static Task Keep(object state)
    {
        if (state is HttpResponse { StatusCode: StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified } response)
        {
            response.Headers[HeaderNames.CacheControl] = ForAYear;
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^/?dist/[a-z]-[A-Z0-9]{8}\.(js|woff2)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashed();
}
