using KneeLoad.Web.Jobs;
using Quartz;

namespace KneeLoad.Web.Pipeline;

/// <summary>Works on the upload whose key it carries. One at a time for a key; the engine starts it again when its process dies.</summary>
[DisallowConcurrentExecution]
internal sealed partial class UploadJob(UploadPipeline pipeline, UploadQueue queue, ILogger<UploadJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var uploadId = JobQueue.KeyOf(context);
        try
        {
            if (await pipeline.RunAsync(uploadId, cancellationToken) is { } runnerId)
            {
                await queue.HandOverAsync(runnerId, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(uploadId, exception);
            if (!await pipeline.GiveUpAsync(uploadId, cancellationToken))
            {
                throw;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Upload {UploadId} failed.")]
    private partial void LogFault(Guid uploadId, Exception fault);
}
