using Quartz;

namespace KneeLoad.Web.Jobs;

/// <summary>Hands work to the engine, by the key of the row that waits. The row is the truth: what is lost here the sweep brings back.</summary>
public sealed partial class JobQueue(ISchedulerFactory engines, RetryPauses pauses, ILogger<JobQueue> logger)
{
    /// <summary>Has a job run now, once. The same key again while the first waits or runs changes nothing.</summary>
    /// <typeparam name="TJob">The job; it asks the context for its key.</typeparam>
    /// <param name="key">Key of the row that waits.</param>
    /// <param name="isLong">True for work that may take minutes: it leaves a worker free for what is short.</param>
    /// <param name="cancellationToken">Ends the handing over.</param>
    public async Task EnqueueAsync<TJob>(Guid key, bool isLong, CancellationToken cancellationToken)
        where TJob : IJob
    {
        try
        {
            var engine = await engines.GetScheduler(cancellationToken);
            var name = key.ToString("n");
            if (await engine.Exists(new JobKey(name, typeof(TJob).Name), cancellationToken))
            {
                return;
            }

            var job = JobBuilder.Create<TJob>().WithIdentity(name, typeof(TJob).Name).RequestRecovery().Build();
            var trigger = TriggerBuilder.Create(engine.TimeProvider)
                .WithIdentity(name, typeof(TJob).Name)
                .WithExecutionGroup(isLong ? JobsSetup.LongWork : null)
                .WithRetryPolicy(pauses.Policy)
                .StartNow()
                .Build();
            await engine.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another process was a moment faster.
        }
        catch (SchedulerException exception)
        {
            LogNotTaken(key, exception);
        }
    }

    /// <summary>The key that a job was handed over with.</summary>
    public static Guid KeyOf(IJobExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // A job that is started again after its process died runs under another trigger, and under the same job key.
        return Guid.ParseExact(context.JobDetail.Key.Name, "n");
    }

    [LoggerMessage(LogLevel.Warning, "The job engine did not take {Key}; the sweep will hand it over again.")]
    private partial void LogNotTaken(Guid key, Exception fault);
}
