using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Every address that the service answers at, as it says itself.</summary>
internal static class Routes
{
    /// <summary>All of them, pages with the rules of their models.</summary>
    public static async Task<IReadOnlyList<RouteEndpoint>> AllAsync(WebHost host)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var found = new List<RouteEndpoint>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            found.Add(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && await loader.LoadAsync(page, endpoint.Metadata) is { Endpoint: RouteEndpoint loaded }
                ? loaded : endpoint);
        }

        return found;
    }

    /// <summary>Whether it is a file of the bundle, which holds nothing of anybody.</summary>
    public static bool IsFile(this RouteEndpoint endpoint)
    {
        var pattern = endpoint.RoutePattern.RawText!;
        return pattern.Contains("dist/", StringComparison.Ordinal) || pattern.Contains("{**path:file}", StringComparison.Ordinal)
            || Path.HasExtension(pattern.Replace("{day}.json", "", StringComparison.Ordinal));
    }

    /// <summary>The only method that it takes; empty for a page.</summary>
    public static string Method(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var one, ..] ? one : "";

    /// <summary>The handlers of a page for a method, as they stand behind its address.</summary>
    public static IEnumerable<string> Handlers(this RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            ? page.HandlerMethods.Where(handler => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase))
                .Select(handler => handler.Name is { Length: > 0 } name ? $"?handler={name}" : "").Distinct()
            : endpoint.Method() is "" || string.Equals(endpoint.Method(), method, StringComparison.OrdinalIgnoreCase) ? [""] : [];

    /// <summary>An address of it.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">The id that stands in it.</param>
    public static string Address(this RouteEndpoint endpoint, Guid id) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: "id" or "batch" } => id.ToString(),
            RoutePatternParameterPart { Name: "day" } => "2026-05-06",
            RoutePatternParameterPart { Name: "status" } => "404",
            _ => "word",
        }))));
}
