using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>Limits how many pages one runner, or one network before sign-in, has made at one time.</summary>
public static class ReadLimits
{
    /// <summary>Pages and data of one runner that are made at one time; the next ones wait for their turn. [1]</summary>
    private const int AtOnce = 4;

    /// <summary>The same of one network before sign-in, behind which many people may be. [1]</summary>
    private const int StrangersAtOnce = 16;

    /// <summary>So many wait; whoever asks for more is told to come later. [1]</summary>
    private const int Waiting = 200;

    internal static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            RequestLimits.Refuse(rejected.HttpContext, NodaTime.Duration.FromSeconds(1));
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request switch
        {
            var request when HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) => Reading(context),
            _ => RateLimitPartition.GetNoLimiter("post"),
        });
    }

    // Files of the bundle cost nothing. Who waits holds up nobody but themself.
    private static RateLimitPartition<string> Reading(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return RateLimitPartition.GetNoLimiter("file");
        }

        var runner = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        return RateLimitPartition.GetConcurrencyLimiter(runner ?? Network.Of(context.Connection.RemoteIpAddress), _ => new()
        {
            PermitLimit = runner is null ? StrangersAtOnce : AtOnce,
            QueueLimit = Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
