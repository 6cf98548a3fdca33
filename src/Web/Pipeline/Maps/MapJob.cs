using KneeLoad.Web.Jobs;
using Quartz;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Builds the index of the map whose key it carries. The engine starts it again when its process dies.</summary>
[DisallowConcurrentExecution]
internal sealed partial class MapJob(MapBuilding building, IHostApplicationLifetime lifetime, ILogger<MapJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var mapId = JobQueue.KeyOf(context);
        // A build takes minutes; a stop of the service does not wait for it, and the next start begins it anew.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await building.RunAsync(mapId, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await building.PutBackAsync(mapId, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogFault(mapId, exception);
            if (!await building.GiveUpAsync(mapId, exception, cancellationToken))
            {
                throw;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Building map {MapId} failed.")]
    private partial void LogFault(Guid mapId, Exception fault);
}
