using Microsoft.AspNetCore.Http.Headers;

namespace KneeLoad.Web.Hosting;

/// <summary>Tells a browser that wants a page from a script that wants data.</summary>
public static class RequestKind
{
    /// <summary>True when the request names HTML among what it accepts.</summary>
    public static bool WantsPage(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestHeaders(request.Headers).Accept.Any(kind => kind.MediaType == "text/html");
    }
}
