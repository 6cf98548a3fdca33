using Microsoft.AspNetCore.Http.Headers;

namespace KneeLoad.Web.Hosting;

/// <summary>Tells a browser that wants a page from a program that wants data.</summary>
public static class RequestKind
{
    /// <summary>The addresses of the API lie below it: they take personal tokens and no cookie, and answer no program with a page.</summary>
    public const string Api = "/api";

    /// <summary>Whether an address is one of the API's.</summary>
    public static bool IsApi(this PathString path) => path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request is one to the API.</summary>
    public static bool IsApi(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.IsApi();
    }

    /// <summary>True when the request names HTML among what it accepts, and is none to the API.</summary>
    public static bool WantsPage(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !request.IsApi() && new RequestHeaders(request.Headers).Accept.Any(kind => kind.MediaType == "text/html");
    }
}
