using KneeLoad.Web.Corrections;
using KneeLoad.Web.Identity;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Changes several runs of the signed-in runner by one click, and undoes it by another.</summary>
public sealed class CorrectRuns(CurrentRunner current, RunCorrecting correcting, CopiesAnswer copies)
{
    /// <summary>Tells one thing of the chosen runs.</summary>
    /// <returns>The moment under which it is undone; null when none of the runs is the runner's.</returns>
    public Task<Instant?> TellAsync(IReadOnlyCollection<Guid> runs, Correction correction, CancellationToken cancellationToken) =>
        correcting.TellAsync(current.Id, runs, correction, cancellationToken);

    /// <summary>Tells of all open pairs of equal runs at other hours whether each is one run or two.</summary>
    /// <returns>The moment under which it is undone; null when there is no such pair.</returns>
    public Task<Instant?> TellOfCopiesAsync(bool areOne, CancellationToken cancellationToken) => copies.TellAsync(current.Id, areOne, cancellationToken);

    /// <summary>Undoes a click.</summary>
    /// <param name="told">Its moment. [ms since 1970]</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there is nothing to undo.</returns>
    public async Task<bool> TakeBackAsync(long told, CancellationToken cancellationToken) =>
        CorrectionInput.Moment(told) is { } moment && await correcting.TakeBackAsync(current.Id, moment, cancellationToken);
}
