using System.Security.Claims;
using System.Threading.RateLimiting;
using KneeLoad.Web.Identity.Tokens;
using Microsoft.AspNetCore.StaticAssets;
using NodaTime;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>
/// Limits how many pages one runner, or one network before sign-in, has made at one time. Only who asks just now has a queue here: the
/// framework's own way to part callers wakes an idle process twenty times a second.
/// </summary>
public sealed class ReadLimits(TokenRates rates)
{
    /// <summary>Pages and data of one runner that are made at one time; the next ones wait for their turn. [1]</summary>
    private const int AtOnce = 4;

    /// <summary>The same of one network before sign-in, behind which many people may be. [1]</summary>
    private const int StrangersAtOnce = 16;

    /// <summary>So many wait; whoever asks for more is told to come later. [1]</summary>
    private const int Waiting = 200;

    private readonly Lock guard = new();
    private readonly Dictionary<string, Queue> queues = new(StringComparer.Ordinal);

    /// <summary>Makes a page in its turn. Files of the bundle cost nothing. Who waits holds up nobody but themself.</summary>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var about = context.GetEndpoint()?.Metadata;
        if (!IsRead(context.Request.Method) || about?.GetMetadata<StaticAssetDescriptor>() is not null || about?.GetMetadata<GoesOnAttribute>() is not null)
        {
            await next(context);
            return;
        }

        if (context.User.FindFirstValue(TokenClaims.Id) is { } token && rates.Count(token) is { } wait)
        {
            RequestLimits.Refuse(context, wait);
            return;
        }

        var runner = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var caller = runner ?? Network.Of(context.Connection.RemoteIpAddress);
        var queue = Enter(caller, runner is null ? StrangersAtOnce : AtOnce);
        try
        {
            using var turn = await queue.Turns.AcquireAsync(1, context.RequestAborted);
            if (turn.IsAcquired)
            {
                await next(context);
            }
            else
            {
                RequestLimits.Refuse(context, Duration.FromSeconds(1));
            }
        }
        finally
        {
            Leave(caller, queue);
        }
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private Queue Enter(string caller, int atOnce)
    {
        lock (guard)
        {
            if (!queues.TryGetValue(caller, out var queue))
            {
                queues[caller] = queue = new(new(new()
                {
                    PermitLimit = atOnce,
                    QueueLimit = Waiting,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }));
            }

            queue.Callers++;
            return queue;
        }
    }

    private void Leave(string caller, Queue queue)
    {
        lock (guard)
        {
            if (--queue.Callers == 0)
            {
                queues.Remove(caller);
                queue.Turns.Dispose();
            }
        }
    }

    /// <summary>The turns of one caller, and how many requests of theirs are here.</summary>
    private sealed class Queue(ConcurrencyLimiter turns)
    {
        public ConcurrencyLimiter Turns => turns;

        public int Callers { get; set; }
    }
}

/// <summary>Has pages made in their turns.</summary>
public static class ReadLimitsSetup
{
    /// <summary>It stands where the endpoint and the runner are known.</summary>
    public static void UseReadLimits(this WebApplication app)
    {
        var limits = new ReadLimits(new(app.Services.GetRequiredService<IClock>()));
        app.Use(limits.RunAsync);
    }
}

/// <summary>Marks an address whose answer goes on for minutes: it bounds by itself how many a runner has, and takes no page's turn.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoesOnAttribute : Attribute;
