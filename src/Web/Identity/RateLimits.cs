using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace KneeLoad.Web.Identity;

/// <summary>How often one runner, or one address before sign-in, may ask for something that costs, and how much they have answered at one time.</summary>
public static class RateLimits
{
    /// <summary>Uploads of one runner.</summary>
    public const string Uploads = "uploads";

    private const int UploadsAMinute = 120;
    private const int PostsAMinute = 300;
    private const int AccountPostsAMinute = 20;

    /// <summary>Pages and data of one runner that are made at one time; the next ones wait for their turn. [1]</summary>
    private const int ReadsAtOnce = 4;

    /// <summary>The same of one address before sign-in, behind which many people may be. [1]</summary>
    private const int StrangersReadsAtOnce = 16;

    /// <summary>So many wait; whoever asks for more is told to come later. [1]</summary>
    private const int ReadsWaiting = 200;

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
            var request when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => Reading(context),
            var request when request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) => PerMinute("account " + Who(context), AccountPostsAMinute),
            _ => PerMinute("post " + Who(context), PostsAMinute),
        });
        options.AddPolicy(Uploads, context => PerMinute(Who(context), UploadsAMinute));
    }

    private static string Who(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    // Files of the bundle cost nothing. Who waits holds up nobody but themself.
    private static RateLimitPartition<string> Reading(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return RateLimitPartition.GetNoLimiter("file");
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated is true;
        return RateLimitPartition.GetConcurrencyLimiter("read " + Who(context), _ => new()
        {
            PermitLimit = isSignedIn ? ReadsAtOnce : StrangersReadsAtOnce,
            QueueLimit = ReadsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    private static RateLimitPartition<string> PerMinute(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
