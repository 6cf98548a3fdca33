namespace KneeLoad.Web.Jobs;

/// <summary>Work that is looked for again and again, so that nothing is lost with a process. Made anew, in a scope of its own, each time.</summary>
public interface ISweep
{
    /// <summary>Looks once. Two at the same time, here or in another process, must do no harm.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}
