using System.Globalization;
using System.Security.Claims;
using KneeLoad.Web.Identity.Tokens;
using NodaTime;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>Limits how often one runner, or one network before sign-in, may ask for something that costs.</summary>
public static class RequestLimits
{
    private static readonly RequestLimitAttribute Account = new("account", 20);
    private static readonly RequestLimitAttribute Post = new("post", 300);

    /// <summary>Answers 429 with the time to wait beyond the limits. It stands where the endpoint and the runner are known.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (LimitOf(context) is not { } limit
            || await context.RequestServices
                .GetRequiredService<RequestTallies>()
                .CountAsync(limit.Kind, Sender(context), limit.PerMinute, Duration.FromMinutes(1)) is not { } wait)
        {
            await next(context);
            return;
        }

        Refuse(context, wait);
    });

    /// <summary>Answers 429 with the time to wait.</summary>
    internal static void Refuse(HttpContext context, Duration wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    private static RequestLimitAttribute? LimitOf(HttpContext context) => context.Request switch
    {
        var request when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => null,
        _ when context.GetEndpoint()?.Metadata.GetMetadata<RequestLimitAttribute>() is { } stated => stated,
        var request when request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) => Account,
        _ => Post,
    };

    private static string Sender(HttpContext context) =>
        context.User.FindFirstValue(TokenClaims.Id) ?? context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Network.Of(context.Connection.RemoteIpAddress);
}

/// <summary>States the limit of an address that is asked by POST.</summary>
/// <param name="kind">Addresses of one kind share a count.</param>
/// <param name="perMinute">Requests a minute. [1]</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequestLimitAttribute(string kind, int perMinute) : Attribute
{
    /// <summary>The limit of uploads.</summary>
    public static RequestLimitAttribute Uploads { get; } = new("uploads", 120);

    /// <summary>The limit of what a token writes, files aside.</summary>
    public static RequestLimitAttribute Api { get; } = new("api", 300);

    /// <summary>The limit of a token's uploads: a program sends thousands of files, one by one.</summary>
    public static RequestLimitAttribute ApiUploads { get; } = new("api-uploads", 1_800);

    /// <summary>Addresses of one kind share a count.</summary>
    public string Kind { get; } = kind;

    /// <summary>Requests a minute. [1]</summary>
    public int PerMinute { get; } = perMinute;
}
