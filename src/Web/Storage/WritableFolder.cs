using KneeLoad.Web.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Storage;

/// <summary>Tells whether the data folder is there and takes files: not when its disk is full, read-only or no longer mounted.</summary>
internal sealed class WritableFolder(DataFolder folder) : IHealthCheck
{
    /// <summary>Enough to need room of its own. [bytes]</summary>
    private const int Bytes = 1 << 12;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder.Root, Path.GetRandomFileName());
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            await file.WriteAsync(new byte[Bytes], cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception.GetType().Name);
        }
    }
}
