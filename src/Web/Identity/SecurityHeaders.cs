using KneeLoad.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace KneeLoad.Web.Identity;

/// <summary>The headers that every reply carries: errors, static files and what is turned away by its host included.</summary>
public sealed class SecurityHeaders : IStartupFilter
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Use(app);
        next(app);
    };

    /// <summary>Adds the headers before all that could reply.</summary>
    internal static void Add(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());

    // Sets the headers, and forbids keeping a reply that does not say otherwise itself.
    private static void Use(IApplicationBuilder app)
    {
        var https = app.ApplicationServices.GetRequiredService<Address>().IsHttps;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>()?.Of(context) ?? ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["X-Robots-Tag"] = "noindex, nofollow";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                if (https)
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                // Antiforgery says no-cache of its own accord; a page with a runner's data is not to be kept at all.
                if (!IsAsset(headers) || context.Request.IsApi())
                {
                    headers.CacheControl = "private, no-store";
                    headers.Remove(HeaderNames.Pragma);
                    headers.AppendCommaSeparatedValues(HeaderNames.Vary, context.Request.IsApi() ? HeaderNames.Authorization : HeaderNames.Cookie);
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static bool IsAsset(IHeaderDictionary headers) =>
        headers.ContainsKey(HeaderNames.ETag) && !headers.ContainsKey(HeaderNames.SetCookie);
}

/// <summary>The content policy of pages that are not ours, in the place of the site's.</summary>
/// <param name="Value">The policy; <c>{word}</c> stands for the word of one answer, by which the scripts in its page are known.</param>
/// <param name="Word">The name under which the page leaves that word with the request; null where it has none.</param>
public sealed record ContentPolicy(string Value, string? Word = null)
{
    /// <summary>The policy of one answer.</summary>
    internal string Of(HttpContext context) =>
        Word is null ? Value : Value.Replace("{word}", context.Items[Word] as string ?? "", StringComparison.Ordinal);
}
