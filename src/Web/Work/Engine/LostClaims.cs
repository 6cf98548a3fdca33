using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;

namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// Watches, in each process that works, over what the others have in hand: one that died or stands still has its work taken from it
/// as soon as its claims have run out, and handed over to whoever lives.
/// </summary>
internal sealed partial class LostClaims(IServiceScopeFactory scopes, ILogger<LostClaims> logger) : BackgroundService
{
    /// <summary>One small statement each time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && DatabaseAway.Is(exception))
            {
                // Whoever needs the database says that it is away.
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(exception);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service stops.
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        if (await scope.ServiceProvider.GetRequiredService<WorkClaims>().TakeBackAsync(all: false, cancellationToken) > 0)
        {
            await scope.ServiceProvider.GetRequiredService<HandOver>().RunAllAsync(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The look for work of dead processes failed; it looks again.")]
    private partial void LogFault(Exception fault);
}
