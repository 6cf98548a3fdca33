using System.Data;
using Hangfire.PostgreSql;
using Hangfire.Storage;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Hangfire's queue on PostgreSQL, with announcements that all processes hear and whose waiting workers look again at each.</summary>
/// <param name="inner">Hangfire's own, which listens to nobody.</param>
/// <param name="ear">Hears of jobs.</param>
internal sealed class HeardQueue(IPersistentJobQueue inner, JobEar ear) : IPersistentJobQueue
{
    /// <inheritdoc/>
    public IFetchedJob Dequeue(string[] queues, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ear.Next);
            try
            {
                return inner.Dequeue(queues, either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Something was announced.
            }
        }
    }

    /// <inheritdoc/>
    public void Enqueue(IDbConnection connection, string queue, string jobId)
    {
        ArgumentNullException.ThrowIfNull(connection);
        inner.Enqueue(connection, queue, jobId);
        using var announce = connection.CreateCommand();
        announce.CommandText = $"NOTIFY {JobEar.Channel}";
        announce.ExecuteNonQuery();
    }
}

/// <summary>Gives Hangfire the queues of this service.</summary>
/// <param name="usual">What Hangfire would take itself.</param>
/// <param name="ear">Hears of jobs.</param>
internal sealed class HeardQueues(IPersistentJobQueueProvider usual, JobEar ear) : IPersistentJobQueueProvider, IPersistentJobQueueMonitoringApi
{
    private readonly IPersistentJobQueueMonitoringApi monitoring = usual.GetJobQueueMonitoringApi();

    /// <inheritdoc/>
    public IPersistentJobQueue GetJobQueue() => new HeardQueue(usual.GetJobQueue(), ear);

    /// <inheritdoc/>
    public IPersistentJobQueueMonitoringApi GetJobQueueMonitoringApi() => this;

    /// <summary>None: the dashboard has them from the usual provider already, and would show each twice.</summary>
    public IEnumerable<string> GetQueues() => [];

    /// <inheritdoc/>
    public IEnumerable<long> GetEnqueuedJobIds(string queue, int from, int perPage) => monitoring.GetEnqueuedJobIds(queue, from, perPage);

    /// <inheritdoc/>
    public IEnumerable<long> GetFetchedJobIds(string queue, int from, int perPage) => monitoring.GetFetchedJobIds(queue, from, perPage);

    /// <inheritdoc/>
    public EnqueuedAndFetchedCountDto GetEnqueuedAndFetchedCount(string queue) => monitoring.GetEnqueuedAndFetchedCount(queue);
}
