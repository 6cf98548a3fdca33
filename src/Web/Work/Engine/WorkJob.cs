using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work.Looks;
using NodaTime;

namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// Hangfire's job for one piece of work. It may run twice, late, or after the work is done: the row decides. Tries are counted in the
/// row, so the engine's own retries are off.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
[RankFilter]
public sealed partial class WorkJob(WorkTurn turn, IJobEngine engine, ILogger<WorkJob> logger)
{
    /// <summary>The pause after a try that could not even begin.</summary>
    private static readonly Duration Pause = Duration.FromSeconds(1);

    /// <summary>Tries the work.</summary>
    /// <returns>How the try ended, as the dashboard shows it.</returns>
    [JobDisplayName("{0} {1}")]
    public async Task<string> RunAsync(string kind, Guid key, WorkRank rank, CancellationToken cancellationToken)
    {
        var outcome = WorkOutcome.Again;
        try
        {
            outcome = await turn.RunAsync(kind, key, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotBegun(kind, key, exception);
            engine.Take(kind, key, rank, Pause);
        }

        SpareMemory.GiveBack();
        if (outcome is WorkOutcome.InOtherHands or WorkOutcome.NotDue)
        {
            // The other may be dead, which shows when its claim has run out.
            engine.Take(kind, key, rank, await turn.UntilNextAsync(kind, key, cancellationToken));
        }

        return outcome.ToString();
    }

    [LoggerMessage(LogLevel.Error, "Work {Kind} {Key} could not be begun; it is tried again.")]
    private partial void LogNotBegun(string kind, Guid key, Exception exception);
}

/// <summary>Hangfire's job for the looks of one rhythm.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class LookJob(Timetable timetable)
{
    /// <summary>Makes the looks.</summary>
    [JobDisplayName("Look: {0}")]
    [Queue(Queues.Looks)]
    public Task RunAsync(Rhythm rhythm, CancellationToken cancellationToken) => timetable.LookAsync(rhythm, cancellationToken);

    /// <summary>The job for a rhythm.</summary>
    public static Job Of(Rhythm rhythm) => Job.FromExpression<LookJob>(job => job.RunAsync(rhythm, CancellationToken.None));
}

/// <summary>Sets a work's queue also where Hangfire enqueues it of its own accord, as after a delay.</summary>
internal sealed class RankFilter : JobFilterAttribute, IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is EnqueuedState enqueued && context.BackgroundJob.Job is { } job
            && job.Type == typeof(WorkJob) && job.Args is [_, _, WorkRank rank, ..])
        {
            enqueued.Queue = Queues.Of(rank);
        }
    }
}
