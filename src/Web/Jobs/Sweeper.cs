using KneeLoad.Web.Data.Providers;

namespace KneeLoad.Web.Jobs;

/// <summary>Runs each sweep at start and after its pause, for ever; a fault is logged and the next look comes all the same.</summary>
internal sealed partial class Sweeper(
    IEnumerable<SweepRegistration> sweeps, IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sweeps.Select(sweep => RepeatAsync(sweep, stoppingToken)));

    private async Task RepeatAsync(SweepRegistration sweep, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await sweep.Make(scope.ServiceProvider).SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && DatabaseAway.Is(exception))
            {
                // One line a look: a database that is away for a night must not fill the disk with one stack again and again.
                LogAway(sweep.Name);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(sweep.Name, exception);
            }

            await Task.Delay(sweep.Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Sweep} found the database away; it looks again after its pause.")]
    private partial void LogAway(string sweep);

    [LoggerMessage(LogLevel.Error, "{Sweep} failed; it looks again after its pause.")]
    private partial void LogFault(string sweep, Exception fault);
}
