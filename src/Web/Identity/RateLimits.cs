using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KneeLoad.Web.Identity;

/// <summary>How often one runner, or one address before sign-in, may ask for something that costs.</summary>
public static class RateLimits
{
    /// <summary>Uploads of one runner.</summary>
    public const string Uploads = "uploads";

    private const int UploadsAMinute = 120;
    private const int PostsAMinute = 300;
    private const int AccountPostsAMinute = 20;

    internal static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request switch
        {
            var request when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => RateLimitPartition.GetNoLimiter("read"),
            var request when request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) => PerMinute("account " + Who(context), AccountPostsAMinute),
            _ => PerMinute("post " + Who(context), PostsAMinute),
        });
        options.AddPolicy(Uploads, context => PerMinute(Who(context), UploadsAMinute));
    }

    private static string Who(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
