namespace KneeLoad.Web.Work;

/// <summary>One piece of work in the hand of one worker.</summary>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Key">Key of the row that it is about.</param>
/// <param name="RunnerId">The runner whose rows it changes; null for work that is nobody's.</param>
/// <param name="Progress">How far earlier tries have come; null at the beginning.</param>
/// <param name="Token">What the row of the work shows for as long as this claim holds.</param>
public sealed record WorkClaim(string Kind, Guid Key, Guid? RunnerId, string? Progress, Guid Token)
{
    /// <summary>The runner whose rows it changes.</summary>
    /// <exception cref="InvalidOperationException">The work is nobody's.</exception>
    public Guid Runner => RunnerId ?? throw new InvalidOperationException($"Work of the kind {Kind} has no runner.");
}

/// <summary>Says that a claim no longer holds: the work was undone, or another worker took it over.</summary>
public sealed class ClaimLostException() : Exception("Another worker has this work, or it is no longer wanted.");
