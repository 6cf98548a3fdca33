using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>Deletes counts that say nothing any more.</summary>
internal sealed class TallySweep(RequestTallies tallies) : ILook
{
    /// <inheritdoc/>
    public Task LookAsync(CancellationToken cancellationToken) => tallies.SweepAsync(cancellationToken);
}
