using KneeLoad.Web.Receiving;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>Tells a browser how a batch is getting on, for as long as something of it waits, by server-sent events.</summary>
internal sealed class FollowBatch(BatchCounting counting, ProgressBell bell, CurrentRunner current, Language language, IHostApplicationLifetime lifetime)
{
    /// <summary>So many windows of a runner are told at one time; the others look by themselves. [1]</summary>
    public const int MostWindows = 4;

    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task<IResult> HandleAsync(Guid batch, HttpContext context, CancellationToken cancellationToken)
    {
        // Before a row is read, since no turn is waited for here.
        if (bell.Begin(current.Id, MostWindows) is not { } watch)
        {
            return TypedResults.ServerSentEvents(new[] { new SseItem<BatchNews>(new(0, "", 0), "full") }.ToAsyncEnumerable());
        }

        // Also where the browser is gone before the first word.
        context.Response.RegisterForDispose(watch);
        if (await ReadAsync(batch, cancellationToken) is null)
        {
            return Results.NotFound();
        }

        // A proxy that gathers answers would hold these back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(NewsAsync(batch, watch, cancellationToken));
    }

    private async IAsyncEnumerable<SseItem<BatchNews>> NewsAsync(
        Guid batch, ProgressBell.Watch watch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        stop.CancelAfter(Longest);
        BatchNews? told = null;
        while (!stop.IsCancellationRequested && await ReadAsync(batch, cancellationToken) is { } counts)
        {
            var news = new BatchNews(Math.Round(counts.Share, 3), counts.SummaryIn(language), counts.Runs);
            if (counts.IsOver)
            {
                yield return new(news, "over");
                yield break;
            }

            if (news != told)
            {
                yield return new(told = news, "news");
            }

            await WaitAsync(watch, stop.Token);
        }

        yield return new(told ?? new(0, "", 0), "ended");
    }

    // Several commits that come close together are told as one.
    private static async Task WaitAsync(ProgressBell.Watch watch, CancellationToken stop)
    {
        await Task.Delay(AtLeast, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await watch.WaitAsync(AtMost, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<BatchCounts?> ReadAsync(Guid batch, CancellationToken cancellationToken) =>
        (await counting.ReadAsync([batch], cancellationToken)).GetValueOrDefault(batch);
}

/// <summary>The progress of a batch.</summary>
/// <param name="Share">Share of it that is read, from 0 to 1.</param>
/// <param name="Summary">The counts in words.</param>
/// <param name="Runs">Runs so far. [1]</param>
internal sealed record BatchNews(double Share, string Summary, int Runs);
