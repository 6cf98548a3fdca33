namespace KneeLoad.Web.Work;

/// <summary>Does one kind of work. Made anew, in a scope of its own, for each try.</summary>
public interface IWork
{
    /// <summary>Does the work that a claim is for. Its last transaction ends the claim; work that returns without ending it is taken up again.</summary>
    /// <exception cref="ClaimLostException">Another worker has the work by now; nothing of this try stays.</exception>
    /// <exception cref="Exception">The try failed, and is counted.</exception>
    Task DoAsync(WorkClaim claim, CancellationToken cancellationToken);

    /// <summary>Takes back what the tries have left, and says so to the runner. It runs in the transaction that gives the work up.</summary>
    /// <param name="claim">The work.</param>
    /// <param name="fault">The fault of the last try; null when its process died.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken);
}
