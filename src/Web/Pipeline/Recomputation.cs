using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Pipeline;

/// <summary>
/// Brings everything that follows from a runner's files up to date after some of them came or went: which repeat others,
/// what each did against its baseline, and the weeks. Any order of uploads and deletions gives the same rows.
/// </summary>
public sealed class Recomputation(KneeLoadDbContext db, IClock clock)
{
    /// <summary>Longest time that is recomputed in one turn of the runner's.</summary>
    private static readonly Duration LongestPart = Duration.FromDays(365);

    /// <summary>Cuts a long history into parts, each short enough for one turn.</summary>
    /// <param name="activities">Start and end of the activities that came, went or changed, in any order.</param>
    /// <returns>The parts in order of time; none without activities.</returns>
    public static IReadOnlyList<Interval> Parts(IEnumerable<Interval> activities)
    {
        var parts = new List<Interval>();
        foreach (var one in activities.OrderBy(one => one.Start))
        {
            if (parts is [.., var last] && one.Start - last.Start <= LongestPart)
            {
                parts[^1] = new(last.Start, Instant.Max(last.End, one.End));
            }
            else
            {
                parts.Add(one);
            }
        }

        return parts;
    }

    /// <summary>Recomputes what a change touches. The caller is inside of <see cref="Work.RunnerWork"/>.</summary>
    /// <param name="runner">Whose.</param>
    /// <param name="changed">From the first start to the last end of the activities that came, went or changed: one that went may have covered others.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    /// <param name="before">Start of the next part, whose turn brings the weeks from there on; null when there is none.</param>
    public async Task RunAsync(Runner runner, Interval changed, CancellationToken cancellationToken, Instant? before = null)
    {
        ArgumentNullException.ThrowIfNull(runner);
        changed = await DuplicateStep.RunAsync(db, runner.Id, changed, cancellationToken);
        await BaselineStep.RunAsync(db, runner.Id, changed, cancellationToken);
        await WeeksStep.RunAsync(db, runner, changed.Start, clock.GetCurrentInstant(), cancellationToken, before);
    }

    /// <summary>Recomputes all weeks, as after a new start of the week. The caller is inside of <see cref="Work.RunnerWork"/>.</summary>
    public Task WeeksAsync(Runner runner, CancellationToken cancellationToken) => WeeksAsync(runner, from: null, cancellationToken);

    /// <summary>Recomputes the weeks alone, as after a change of the ground. The caller is inside of <see cref="Work.RunnerWork"/>.</summary>
    /// <param name="runner">Whose.</param>
    /// <param name="from">Start of the first changed activity; null for all weeks.</param>
    /// <param name="cancellationToken">Ends the work; the caller rolls back.</param>
    public Task WeeksAsync(Runner runner, Instant? from, CancellationToken cancellationToken) =>
        WeeksStep.RunAsync(db, runner, from, clock.GetCurrentInstant(), cancellationToken);
}
