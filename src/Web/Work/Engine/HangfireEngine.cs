using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Hands work to Hangfire as a job that carries its name and key. The client is asked for late, since the storage wants its database.</summary>
internal sealed class HangfireEngine(Lazy<IBackgroundJobClientV2> client) : IJobEngine
{
    public void Take(string kind, Guid key, WorkRank rank, Duration delay)
    {
        var job = Job.FromExpression<WorkJob>(job => job.RunAsync(kind, key, rank, CancellationToken.None));
        client.Value.Create(job, delay > Duration.Zero ? new ScheduledState(delay.ToTimeSpan()) : new EnqueuedState(Queues.Of(rank)));
    }
}

/// <summary>Hangfire's queues: one a rank, and one for looks, so that neither archives nor maps nor a slow mail server hold up what a person waits for.</summary>
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
