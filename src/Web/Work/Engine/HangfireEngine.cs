using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Hands work to Hangfire as a job that carries its name and key. The client is asked for late, since the storage wants its database.</summary>
internal sealed class HangfireEngine(Lazy<IBackgroundJobClientV2> client, IHostApplicationLifetime lifetime) : IJobEngine
{
    /// <summary>
    /// A job that is due sooner is enqueued at its moment by this process; others, and those of a process that dies, at Hangfire's next look.
    /// </summary>
    private static readonly Duration Soon = Duration.FromMinutes(2);

    public void Take(string kind, Guid key, WorkRank rank, Duration delay)
    {
        var job = Job.FromExpression<WorkJob>(job => job.RunAsync(kind, key, rank, CancellationToken.None));
        if (delay <= Duration.Zero)
        {
            client.Value.Create(job, new EnqueuedState(Queues.Of(rank)));
        }
        else if (client.Value.Create(job, new ScheduledState(delay.ToTimeSpan())) is { } id && delay <= Soon)
        {
            _ = EnqueueAsync(id, rank, delay);
        }
    }

    // Hangfire looks for delayed jobs too seldom for whoever waits for another try, and to look more often would cost the database.
    private async Task EnqueueAsync(string id, WorkRank rank, Duration delay)
    {
        try
        {
            await Task.Delay(delay.ToTimeSpan(), lifetime.ApplicationStopping);
            client.Value.ChangeState(id, new EnqueuedState(Queues.Of(rank)), ScheduledState.StateName);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The service stops, or the database is away: Hangfire's own look finds the job.
        }
    }
}

/// <summary>
/// Hangfire's queues: one a rank, and one for looks, so that neither archives nor maps nor a slow mail server hold up what a person waits for.
/// </summary>
internal static class Queues
{
    /// <summary>The queue of looks.</summary>
    public const string Looks = "looks";

    /// <summary>Queues whose jobs are short.</summary>
    public static readonly string[] Short = [Of(WorkRank.People), Looks];

    /// <summary>Queues whose jobs may take minutes.</summary>
    public static readonly string[] Long = [Of(WorkRank.Archives), Of(WorkRank.Machines)];

    /// <summary>Queues whose jobs wait for a mail server. The engine takes the first before the second, on each storage.</summary>
    public static readonly string[] Mail = [Of(WorkRank.Letters), Of(WorkRank.WeeklyMails)];

    /// <summary>Each of them.</summary>
    public static readonly string[] All = [.. Short, .. Long, .. Mail];

    /// <summary>The queue of a rank.</summary>
    public static string Of(WorkRank rank) => rank switch
    {
        WorkRank.People => "people",
        WorkRank.Archives => "archives",
        WorkRank.Machines => "machines",
        WorkRank.Letters => "letters",
        WorkRank.WeeklyMails => "weekly-mails",
        _ => throw new ArgumentOutOfRangeException(nameof(rank), rank, null),
    };
}
