using KneeLoad.Web.Jobs;
using Quartz;

namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Matches the runs of the runner whose key it carries with the map in use, for a while; the sweep hands the rest over again.</summary>
[DisallowConcurrentExecution]
internal sealed class RematchJob(Rematching rematching, IHostApplicationLifetime lifetime, TimeProvider time) : IJob
{
    /// <summary>Longest turn of one runner, so that thousands of runs do not hold up everybody else's.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var runnerId = JobQueue.KeyOf(context);
        var begun = time.GetTimestamp();
        while (!lifetime.ApplicationStopping.IsCancellationRequested
            && await rematching.RunAsync(runnerId, lifetime.ApplicationStopping, cancellationToken)
            && time.GetElapsedTime(begun) < Turn)
        {
        }
    }
}
