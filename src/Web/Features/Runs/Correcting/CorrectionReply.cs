using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Outcome of a correction.</summary>
/// <param name="Done">The moment of the change; null when nothing was changed.</param>
/// <param name="Problem">Why not, ready to read; null when the runner has no such run.</param>
public readonly record struct CorrectionReply(Instant? Done, string? Problem)
{
    /// <summary>It was made, or there was no such run.</summary>
    public CorrectionReply(Instant? done)
        : this(done, null)
    {
    }

    /// <summary>It was refused.</summary>
    public CorrectionReply(string problem)
        : this(null, problem)
    {
    }
}
