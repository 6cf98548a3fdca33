namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads a runner's history from stored rows; computes nothing.</summary>
public interface IRunnerHistoryReader
{
    /// <summary>The history up to the runner's today, by the injected clock and the runner's zone.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<RunnerHistory> ReadAsync(Guid runnerId, CancellationToken cancellationToken);
}
